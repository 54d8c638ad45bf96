/** The way of events between services: the relay out of the log, the receiver into it. */
@NullMarked
package org.aryz.eventlog.kafka;

import org.jspecify.annotations.NullMarked;
