/** The event log on PostgreSQL by hand-written SQL: appends that share a transaction, and ordered reading. */
@NullMarked
package org.aryz.eventlog.postgres;

import org.jspecify.annotations.NullMarked;
