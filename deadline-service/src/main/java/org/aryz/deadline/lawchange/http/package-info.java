/** The HTTP API by which people change the law in use. */
@NullMarked
package org.aryz.deadline.lawchange.http;

import org.jspecify.annotations.NullMarked;
