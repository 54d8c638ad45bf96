package org.aryz.standalone.journey;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells what was recorded since the last time: alerts, ends of terms, letters; each with the hour of the stack. */
final class News {

    private static final String RECORDED =
            """
            select position, type, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI')
                   || 'Z  ' || rpad(coalesce(metadata::json ->> 'reference', ''), 20) || ' ' || case type
                       when 'alert.raised' then format('alert %s of %s, %s, due %s', data::json ->> 'rung',
                           data::json #>> '{term,rule}', data::json ->> 'severity', data::json #>> '{term,dueAt}')
                       when 'deadline.breached' then format('%s has run out', data::json #>> '{term,rule}')
                       when 'limitation.expired' then format('%s has expired', data::json #>> '{term,rule}')
                       when 'complaint.expired' then 'out of time: every limitation period that counts has run out'
                       when 'alert.handed-over' then format('letter to %s', data::json ->> 'recipient')
                       when 'alert.escalated' then format('passed on to %s, as %s was silent',
                           data::json ->> 'recipient', data::json ->> 'previousRecipient') end
              from event_log.event
             where position > ? and type in ('alert.raised', 'deadline.breached', 'limitation.expired',
                   'complaint.expired', 'alert.handed-over', 'alert.escalated')
             order by position""";

    private final Databases databases;
    private final PrintStream out;
    private final Map<String, Long> positions = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    /** What was recorded before is no news. */
    News(Databases databases, PrintStream out) {
        this.databases = databases;
        this.out = out;
        for (var service : List.of("deadline", "notification")) {
            positions.put(service, databases.number(service, "select coalesce(max(position), 0) from event_log.event"));
        }
    }

    private record Event(long position, String type, String text) {}

    void tell() {
        positions.replaceAll(this::tell);
    }

    private long tell(String service, long position) {
        var events = databases.rows(
                service, RECORDED, row -> new Event(row.getLong(1), row.getString(2), row.getString(3)), position);
        for (var event : events) {
            out.println(event.text());
            counts.merge(event.type(), 1, Integer::sum);
        }
        return events.isEmpty() ? position : events.getLast().position();
    }

    /** How many there were of each. */
    String summary() {
        return counts.isEmpty()
                ? "nothing was due"
                : counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", "));
    }
}
