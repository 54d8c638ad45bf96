package org.aryz.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.aryz.deadline.calendar.Jurisdiction;
import org.junit.jupiter.api.Test;

/** Early warnings of many cases do not come at the same midnight; the last ones come when they are due. */
class SpreadTest {
    private static final Instant BASE = Instant.parse("2025-04-28T18:00:00Z");

    @Property(tries = 100)
    void aCaseHasAFixedPlaceInTheHoursAfterAnEarlyStep(@ForAll long one, @ForAll long other) {
        var id = new UUID(one, other);

        assertThat(rung(id, "-P36M"))
                .isBetween(BASE, BASE.plus(Duration.ofHours(6)).minusNanos(1));
        assertThat(rung(id, "-P36M")).isEqualTo(rung(id, "-P36M"));
        assertThat(rung(id, "-P1D")).isEqualTo("2028-04-27T18:00:00Z");
        assertThat(rung(id, "breach")).isEqualTo("2028-05-02T18:00:00Z");
    }

    @Test
    void casesHaveDifferentPlaces() {
        var places = new TreeSet<Instant>();
        for (var i = 0; i < 100; i++) {
            places.add(rung(UUID.randomUUID(), "-P36M"));
        }

        assertThat(places).hasSizeGreaterThan(80);
    }

    private static Instant rung(UUID id, String code) {
        var known = Told.complaint(Jurisdiction.KG);
        var complaint =
                new Complaint(id, known.reference(), known.jurisdiction(), known.organisation(), known.sharedWith());
        var facts = CaseFacts.of(complaint)
                .with(complaint, Told.facts("incident.dated 2018-05-02 allegation=a1 allegation-kind=torture"));
        return Told.deadline(Deadlines.compute(facts, Told.LAW, Told.CALENDARS), "KG-LIM-EG", null)
                .ladder()
                .rungs()
                .stream()
                .filter(rung -> rung.code().equals(code))
                .findFirst()
                .orElseThrow()
                .at();
    }
}
