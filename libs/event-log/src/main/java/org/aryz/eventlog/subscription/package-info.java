/** Readers that follow the log: each keeps how far it came, and replicas of a service share the work. */
@NullMarked
package org.aryz.eventlog.subscription;

import org.jspecify.annotations.NullMarked;
