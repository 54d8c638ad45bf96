/** How fast the event log is, beside what it could be compared with: one class per row of the table. */
@NullMarked
package org.aryz.benchmarks.history;

import org.jspecify.annotations.NullMarked;
