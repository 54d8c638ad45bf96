/** The history under faults: servers and services are killed, stalled and starved under load, and nothing is lost or doubled. */
@NullMarked
package org.aryz.benchmarks.chaos;

import org.jspecify.annotations.NullMarked;
