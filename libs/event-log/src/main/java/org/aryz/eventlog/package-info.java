/** An append-only event log on PostgreSQL: streams, optimistic and grouped appends, ordered reading. No domain words. */
@NullMarked
package org.aryz.eventlog;

import org.jspecify.annotations.NullMarked;
