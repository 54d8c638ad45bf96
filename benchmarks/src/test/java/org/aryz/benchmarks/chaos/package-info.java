/** Short runs of the faults, at each build. */
@NullMarked
package org.aryz.benchmarks.chaos;

import org.jspecify.annotations.NullMarked;
