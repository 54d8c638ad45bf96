/** What the relay and the receiver promise, shown on a real Kafka. */
@NullMarked
package org.aryz.eventlog.kafka;

import org.jspecify.annotations.NullMarked;
