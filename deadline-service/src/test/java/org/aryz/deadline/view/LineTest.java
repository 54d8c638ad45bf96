package org.aryz.deadline.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.aryz.deadline.Clock;
import org.aryz.deadline.Clocks;
import org.aryz.deadline.Histories;
import org.aryz.deadline.Standing;

/** The board says of each deadline what its complaint's stream says. */
class LineTest {

    @Property(tries = 60)
    void whatTheBoardShowsIsWhatTheStreamFoldsTo(@ForAll @IntRange(max = 3600) int day, @ForAll long seed) {
        var lines = new HashMap<UUID, Line>();
        var version = 0L;
        for (var step : Histories.lived(day, seed)) {
            for (var event : step.said()) {
                version++;
                var deadline = Line.deadlineOf(event);
                if (deadline != null) {
                    var line = lines.getOrDefault(deadline, Line.NONE);
                    lines.put(deadline, line.after(event, version));
                }
            }
            same(lines, step.after());
        }
    }

    private static void same(Map<UUID, Line> lines, Clocks clocks) {
        assertThat(lines.keySet()).isEqualTo(clocks.byDeadline().keySet());
        clocks.byDeadline().forEach((deadline, clock) -> {
            var line = lines.getOrDefault(deadline, Line.NONE);
            assertThat(line.state()).isEqualTo(state(clock));
            assertThat(line.term()).isEqualTo(clock.term());
            assertThat(line.alert()).isEqualTo(clock.alert());
            assertThat(line.severity() == null).isEqualTo(clock.alert() == null);
        });
    }

    private static String state(Clock clock) {
        return switch (clock.status()) {
            case "expired" -> "breached";
            case "waived" ->
                clock.standing() instanceof Standing.Waived waived && waived.by() != null ? "waived" : "ended";
            case String other -> other;
        };
    }
}
