@NullMarked
package org.aryz.deadline;

import org.jspecify.annotations.NullMarked;
