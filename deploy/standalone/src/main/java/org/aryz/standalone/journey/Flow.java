package org.aryz.standalone.journey;

import java.util.List;

/** What one service tells another, as far as it was recorded and is not taken in yet. */
final class Flow implements DueWork.Task {

    /** Records of who read what and of the law in use are private; everything else is told. */
    private static final String TOLD =
            """
            select '/' || ? || '/' || id || '/' || stream_id, max(version), max(position)
              from event_log.event, (select id from event_log.origin order by after_position desc limit 1) origin
             where position > ? and type !~ '^(personal-data\\.read|law-change\\.|zone-data\\.)' group by id, stream_id""";

    private static final String NOT_TAKEN_IN =
            """
            select count(*) from unnest(?, ?) as told (source, sequence)
              left join event_log.inbox taken using (source)
             where coalesce(taken.sequence, 0) < told.sequence""";

    private final String from;
    private final String to;
    private long takenIn;

    Flow(String from, String to) {
        this.from = from;
        this.to = to;
    }

    private record Told(String source, long sequence, long position) {}

    @Override
    public long left(Databases databases) {
        var told = databases.rows(
                from, TOLD, row -> new Told(row.getString(1), row.getLong(2), row.getLong(3)), from, takenIn);
        if (told.isEmpty()) {
            return 0;
        }
        var left = databases.number(to, NOT_TAKEN_IN, sources(told), sequences(told));
        if (left == 0) {
            takenIn = told.stream().mapToLong(Told::position).max().orElseThrow();
        }
        return left;
    }

    private static String[] sources(List<Told> told) {
        return told.stream().map(Told::source).toArray(String[]::new);
    }

    private static long[] sequences(List<Told> told) {
        return told.stream().mapToLong(Told::sequence).toArray();
    }
}
