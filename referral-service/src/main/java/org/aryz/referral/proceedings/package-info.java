/** The model of the proceedings of a complaint, apart from any one referral: the court and what it held. Java only. */
@NullMarked
package org.aryz.referral.proceedings;

import org.jspecify.annotations.NullMarked;
