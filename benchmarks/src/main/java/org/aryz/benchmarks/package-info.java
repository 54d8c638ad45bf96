/** Figures beside peers and limits of the same run; each suite writes one report in Markdown. */
@NullMarked
package org.aryz.benchmarks;

import org.jspecify.annotations.NullMarked;
