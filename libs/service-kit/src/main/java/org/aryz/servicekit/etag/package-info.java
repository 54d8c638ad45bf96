/** Writing only on the version that was read. */
@NullMarked
package org.aryz.servicekit.etag;

import org.jspecify.annotations.NullMarked;
