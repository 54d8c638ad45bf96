@NullMarked
package org.aryz.deadline.lawchange.work;

import org.jspecify.annotations.NullMarked;
