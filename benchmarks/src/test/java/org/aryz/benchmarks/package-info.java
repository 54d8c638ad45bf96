/** That figures say what was measured. */
@NullMarked
package org.aryz.benchmarks;

import org.jspecify.annotations.NullMarked;
