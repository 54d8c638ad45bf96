@NullMarked
package org.aryz.deadline.lawchange;

import org.jspecify.annotations.NullMarked;
