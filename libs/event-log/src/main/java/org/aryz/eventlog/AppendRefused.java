package org.aryz.eventlog;

import java.io.Serial;

/**
 * The database does not take what an append holds (a value it can't store, a unit key used twice, an inline function
 * that failed). Says what by code and constraint only, because messages of the database may quote data.
 */
public final class AppendRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public AppendRefused(String sqlState, String constraint) {
        super("The database refused an append: SQL state " + sqlState
                + (constraint.isEmpty() ? "" : ", constraint " + constraint));
    }
}
