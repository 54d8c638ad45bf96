/** JSON as the services read and write it: strict, UTF-8, bounded. */
@NullMarked
package org.aryz.servicekit.json;

import org.jspecify.annotations.NullMarked;
