/** What this service tells others, and what it takes in from them. */
@NullMarked
package org.aryz.referral.messaging;

import org.jspecify.annotations.NullMarked;
