/** Loads, decides, seals and appends; folds what may be read of one complaint. */
@NullMarked
package org.aryz.intake.application;

import org.jspecify.annotations.NullMarked;
