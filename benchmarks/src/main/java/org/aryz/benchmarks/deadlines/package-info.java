/** The suite on deadlines: firing beside one statement, beside schedulers, and beside itself where there is more of it. */
@NullMarked
package org.aryz.benchmarks.deadlines;

import org.jspecify.annotations.NullMarked;
