/** The model of referrals: what was sent to which authority, on whose consent, and what became of it. Java only. */
@NullMarked
package org.aryz.referral;

import org.jspecify.annotations.NullMarked;
