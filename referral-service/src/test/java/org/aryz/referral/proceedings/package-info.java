/** Tests of the package proceedings. */
@NullMarked
package org.aryz.referral.proceedings;

import org.jspecify.annotations.NullMarked;
