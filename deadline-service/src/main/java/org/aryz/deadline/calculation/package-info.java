/** The one arithmetic of terms: plain Java, no clock, no framework. */
@NullMarked
package org.aryz.deadline.calculation;

import org.jspecify.annotations.NullMarked;
