/** Tests of the model of referrals. */
@NullMarked
package org.aryz.referral;

import org.jspecify.annotations.NullMarked;
