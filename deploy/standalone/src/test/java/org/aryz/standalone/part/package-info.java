/** Tests of what the parts do to files. */
@NullMarked
package org.aryz.standalone.part;

import org.jspecify.annotations.NullMarked;
