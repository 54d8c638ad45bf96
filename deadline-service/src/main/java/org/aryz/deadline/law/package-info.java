/** The rules from which deadlines are computed, as versioned data that a lawyer can read. */
@NullMarked
package org.aryz.deadline.law;

import org.jspecify.annotations.NullMarked;
