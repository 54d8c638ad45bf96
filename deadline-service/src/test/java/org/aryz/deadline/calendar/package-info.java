@NullMarked
package org.aryz.deadline.calendar;

import org.jspecify.annotations.NullMarked;
