/** Lists in pages that stay right while rows come and go. */
@NullMarked
package org.aryz.servicekit.paging;

import org.jspecify.annotations.NullMarked;
