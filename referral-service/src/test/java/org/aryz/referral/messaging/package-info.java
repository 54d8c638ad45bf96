/** Tests of the package messaging. */
@NullMarked
package org.aryz.referral.messaging;

import org.jspecify.annotations.NullMarked;
