/** Working days, days off and local time of the three countries, as versioned data. */
@NullMarked
package org.aryz.deadline.calendar;

import org.jspecify.annotations.NullMarked;
