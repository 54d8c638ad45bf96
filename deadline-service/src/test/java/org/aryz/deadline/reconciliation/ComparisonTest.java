package org.aryz.deadline.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aryz.deadline.application.Expected;
import org.aryz.eventlog.InlineRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rungs are written as code@minute, with a star where the complaint is decided on; it is minute 10. */
class ComparisonTest {
    private static final UUID DEADLINE = UUID.randomUUID();
    private static final Instant START = Instant.parse("2026-11-25T00:00:00Z");
    private static final Instant NOW = START.plusSeconds(600);

    @Test
    void theSameIsNoDifference() {
        assertThat(differences("a@20 breach@30", "a@20 breach@30")).isEmpty();
        assertThat(differences("", "")).isEmpty();
        assertThat(differences("", null)).isEmpty();
    }

    @Test
    void whatIsDueAndAboutToBeToldIsNoDifference() {
        assertThat(differences("breach@30", "a@10 breach@30")).isEmpty();
        assertThat(overdue("", "breach@9")).isEmpty();
    }

    @Test
    void howManyRepeatedWarningsArePlannedIsNoDifference() {
        assertThat(differences("r4@40 r5@50 r6@60*", "r4@40 r5@50*")).isEmpty();
        assertThat(differences("r4@40 r5@50*", "r3@9*")).isEmpty();
        assertThat(differences("r4@40 r5@50 r6@60*", "r4@40 r5@50")).containsExactly(Difference.WRONG_TIME);
    }

    @Test
    void nothingWhereSomethingShouldBeIsMissing() {
        assertThat(differences("a@20", null)).containsExactly(Difference.MISSING);
        assertThat(differences("a@20", "")).containsExactly(Difference.MISSING);
        assertThat(overdue("", null)).containsExactly(Difference.MISSING);
    }

    @Test
    void anotherInstantOrRungIsTheWrongTime() {
        assertThat(differences("a@20", "a@21")).containsExactly(Difference.WRONG_TIME);
        assertThat(differences("a@20", "b@20")).containsExactly(Difference.WRONG_TIME);
        assertThat(differences("a@20", "a@20 b@30")).containsExactly(Difference.WRONG_TIME);
        assertThat(overdue("b@20", "b@20")).containsExactly(Difference.WRONG_TIME);
    }

    @Test
    void otherWordsAreAltered() {
        assertThat(differences("a@20", "a@20*")).isEmpty();
        assertThat(differences("a@20*", "a@20")).containsExactly(Difference.ALTERED);
        var other = row("a@20").replace("R\\", "Q\\");
        assertThat(compared(true, false, "a@20", ArmedRow.list("[" + other + "]")))
                .containsExactly(Difference.ALTERED);
    }

    @Test
    void somethingWhereNothingShouldBeIsSurplus() {
        assertThat(differences("", "a@20")).containsExactly(Difference.SURPLUS);
    }

    @Test
    void whereTheLawHasMovedADateOnlyWhatIsNotThereAtAllIsMissed() {
        assertThat(compared(false, false, "a@20", armed("a@25"))).isEmpty();
        assertThat(compared(false, false, "a@20", armed(""))).isEmpty();
        assertThat(compared(false, false, "a@20", List.of())).containsExactly(Difference.MISSING);
    }

    private static List<Difference> differences(String wanted, @Nullable String actual) {
        return compared(true, false, wanted, armed(actual));
    }

    private static List<Difference> overdue(String wanted, @Nullable String actual) {
        return compared(true, true, wanted, armed(actual));
    }

    private static List<Difference> compared(boolean asSaid, boolean overdue, String wanted, List<ArmedRow> actual) {
        var row = new Expected.Row(DEADLINE, new InlineRow("deadline.arm", row(wanted)), overdue, asSaid);
        var expected = new Expected(UUID.randomUUID(), 1, NOW, List.of(row));
        return List.copyOf(Comparison.of(expected, actual).differences().values());
    }

    private static List<ArmedRow> armed(@Nullable String rungs) {
        return rungs == null ? List.of() : ArmedRow.list("[" + row(rungs) + "]");
    }

    private static String row(String rungs) {
        var all = Arrays.stream(rungs.split(" ", -1))
                .filter(rung -> !rung.isEmpty())
                .map(ComparisonTest::rung)
                .collect(Collectors.joining(","));
        return "{\"deadline\":\"%s\",\"rungs\":[%s],\"alert\":\"{\\\"rule\\\":\\\"R\\\"}\",\"breach\":\"{}\",\"metadata\":\"{}\"}"
                .formatted(DEADLINE, all);
    }

    private static String rung(String rung) {
        var parts = rung.replace("*", "").split("@", -1);
        var at = START.plusSeconds(60 * Long.parseLong(parts[1]));
        return "{\"rung\":\"%1$s\",\"alert\":\"%1$s\",\"at\":\"%2$s\",\"severity\":\"info\",\"audience\":\"x\",\"decides\":%3$s}"
                .formatted(parts[0], at, rung.endsWith("*"));
    }
}
