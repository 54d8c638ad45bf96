/** Lists of complaints, read from the overview rows that each append writes. */
@NullMarked
package org.aryz.intake.view;

import org.jspecify.annotations.NullMarked;
