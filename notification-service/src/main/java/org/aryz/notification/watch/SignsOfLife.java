package org.aryz.notification.watch;

import io.vertx.mutiny.sqlclient.Row;

/**
 * What was heard of firing.
 *
 * @param standing seconds since the watermark last moved
 * @param unseen seconds since a canary last arrived
 * @param lateness of that canary, in seconds
 */
public record SignsOfLife(
        double standing, double unseen, double lateness, boolean watermarkAlarm, boolean canaryAlarm) {
    static final SignsOfLife NONE = new SignsOfLife(0, 0, 0, false, false);

    static SignsOfLife of(Row row) {
        return new SignsOfLife(
                row.getDouble("standing"),
                row.getDouble("unseen"),
                row.getDouble("lateness"),
                row.getBoolean("watermark_alarm"),
                row.getBoolean("canary_alarm"));
    }
}
