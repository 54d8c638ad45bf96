/** A year of many complaints in less than a minute, with all that goes wrong in a year. */
@NullMarked
package org.aryz.deadline.simulation;

import org.jspecify.annotations.NullMarked;
