package org.aryz.deadline.view.horizon;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.aryz.deadline.view.Board;
import org.junit.jupiter.api.Test;

/** What the export says is what another program reads out of it. */
class HorizonFormatsTest {
    private static final Instant MADE = Instant.parse("2026-03-01T10:00:00Z");
    private static final Horizon HORIZON = Horizon.of(MADE, 90, Duration.ofHours(1));
    private static final UUID ID = UUID.fromString("01955f6a-2c40-5d1e-8b3f-5a9c0e7d4b21");

    private static Board.Entry entry(String reference, String consequence, long version) {
        return new Board.Entry(
                ID,
                UUID.randomUUID(),
                reference,
                "KG",
                List.of("KG-O"),
                "bishkek",
                "person-7",
                "legal-aid",
                "KG-LIM-EG",
                "plain",
                "unknown-suspect",
                "duty",
                false,
                LocalDate.parse("2026-05-20"),
                Instant.parse("2026-05-20T18:00:00Z"),
                LocalDate.parse("2026-05-19"),
                LocalDate.parse("2026-05-18"),
                "Asia/Bishkek",
                "B",
                List.of("not-signed-off"),
                consequence,
                version,
                "open",
                "urgent");
    }

    private static String written(HorizonFormats format, Board.Entry... entries) {
        return format
                .write(HORIZON, Multi.createFrom().item(List.of(entries)))
                .collect()
                .asList()
                .await()
                .indefinitely()
                .stream()
                .collect(Collectors.joining());
    }

    @Test
    void aCalendarShowsTheLastDayUnderTheCaseNumberAndTheRule() {
        var calendar = CalendarFile.read(written(HorizonFormats.CALENDAR, entry("KG-2026-7F3K9Q2M8X", "too late", 7)));

        assertThat(calendar.properties)
                .containsEntry("VERSION", "2.0")
                .containsEntry("METHOD", "PUBLISH")
                .containsEntry("LAST-MODIFIED", "20260301T100000Z")
                .containsKeys("PRODID", "REFRESH-INTERVAL;VALUE=DURATION");
        assertThat(calendar.properties.get("DESCRIPTION"))
                .contains("2026-03-01T10:00:00Z", "2026-03-01T11:00:00Z", "2026-05-30T10:00:00Z");
        assertThat(calendar.events).singleElement().satisfies(event -> assertThat(event)
                .containsEntry("UID", ID + "@deadlines.aryz")
                .containsEntry("SEQUENCE", "7")
                .containsEntry("DTSTAMP", "20260301T100000Z")
                .containsEntry("DTSTART;VALUE=DATE", "20260520")
                .containsEntry("SUMMARY", "KG-2026-7F3K9Q2M8X KG-LIM-EG"));
    }

    @Test
    void aDeadlineThatMovedIsTheSameEventWithAHigherSequence() {
        var before = CalendarFile.read(written(HorizonFormats.CALENDAR, entry("KG-2026-1", "", 7)));
        var after = CalendarFile.read(written(HorizonFormats.CALENDAR, entry("KG-2026-1", "", 12)));

        assertThat(after.events.getFirst().get("UID"))
                .isEqualTo(before.events.getFirst().get("UID"));
        assertThat(after.events.getFirst()).containsEntry("SEQUENCE", "12");
    }

    @Property(tries = 200)
    void whateverTheWordsACalendarSaysThemAgain(@ForAll @StringLength(max = 200) String words) {
        var reference = words.codePoints()
                .filter(it -> !Character.isISOControl(it) && !Character.isSurrogate((char) it) && it != 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        var calendar = CalendarFile.read(written(HorizonFormats.CALENDAR, entry(reference, "", 1)));

        assertThat(calendar.events.getFirst()).containsEntry("SUMMARY", reference + " KG-LIM-EG");
    }

    @Test
    void aTableKeepsCommasQuotesAndLineEndsWithinTheirCell() {
        var csv = CsvFile.read(written(HorizonFormats.CSV, entry("KG-2026-1", "a \"right\", lost\r\nfor ever", 1)));

        assertThat(csv).hasSize(2);
        assertThat(csv.getLast()).hasSameSizeAs(csv.getFirst());
        assertThat(csv.getLast().get(csv.getFirst().indexOf("consequence"))).isEqualTo("a \"right\", lost\r\nfor ever");
        assertThat(csv.getLast().get(csv.getFirst().indexOf("due"))).isEqualTo("2026-05-20");
        assertThat(csv.getLast()).endsWith("2026-03-01T10:00:00Z", "2026-05-30T10:00:00Z");
    }

    @Test
    void noCellIsAFormula() {
        var csv = CsvFile.read(written(HorizonFormats.CSV, entry("=1+1", "@x", 1)));

        assertThat(csv.getLast()).contains("'=1+1", "'@x");
    }

    @Test
    void aPageNeedsNothingElseAndSaysHowLongItCanBeTrusted() {
        var page = written(HorizonFormats.PAGE, entry("<b>KG</b>", "", 1));

        assertThat(page)
                .contains("2026-03-01T10:00:00Z", "2026-03-01T11:00:00Z", "2026-05-30T10:00:00Z")
                .contains("&lt;b&gt;KG&lt;/b&gt;", "2026-05-20", "2026-05-21 00:00 Asia/Bishkek")
                .contains("it is complete")
                .doesNotContain("<script", "src=", "href=", "url(", "<b>KG");
    }

    @Test
    void noFormNamesAPerson() {
        for (var format : HorizonFormats.values()) {
            assertThat(written(format, entry("KG-2026-1", "", 1))).doesNotContain("person-7");
        }
    }

    @Test
    void anEmptyExportIsWholeToo() {
        assertThat(CalendarFile.read(written(HorizonFormats.CALENDAR)).events).isEmpty();
        assertThat(CsvFile.read(written(HorizonFormats.CSV))).hasSize(1);
    }
}
