/** The HTTP interface of the referral service. */
@NullMarked
package org.aryz.referral.http;

import org.jspecify.annotations.NullMarked;
