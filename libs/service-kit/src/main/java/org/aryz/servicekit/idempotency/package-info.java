/** The same request sent twice has one effect. */
@NullMarked
package org.aryz.servicekit.idempotency;

import org.jspecify.annotations.NullMarked;
