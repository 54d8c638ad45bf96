package org.aryz.eventlog;

/**
 * A row that is written in the transaction of the append, set-based: all rows of a group that name the same function
 * go to the database in one call.
 *
 * @param function an SQL function {@code f(rows jsonb[]) returns void}, schema-qualified; a constant of the code, never input
 * @param json one JSON object
 */
public record InlineRow(String function, String json) {}
