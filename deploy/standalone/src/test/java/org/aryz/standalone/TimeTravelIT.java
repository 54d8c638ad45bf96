package org.aryz.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aryz.standalone.demo.Mailbox;
import org.aryz.standalone.demo.Played;
import org.aryz.standalone.demo.Records;
import org.aryz.standalone.part.Stores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Weeks of a case pass in seconds, and nothing on the way is passed over. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimeTravelIT {

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final TestStack stack = TestStack.simulated();

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void alertsBreachAndExpiryComeInOrderEachAtItsHourAndWithItsLetters() throws Exception {
        var complaint = Played.complaint(stack.settings(), out, "Ten years ago but for two weeks");
        travel("PT1S");
        var before = said(complaint).size();

        travel("P14D");

        var said = said(complaint);
        assertThat(said.subList(before, said.size()))
                .filteredOn(what -> what.startsWith("KG-LIM-EG ") || what.startsWith("complaint"))
                .containsExactly(
                        "KG-LIM-EG alert.raised -P7D",
                        "KG-LIM-EG alert.raised -P6D",
                        "KG-LIM-EG alert.raised -P5D",
                        "KG-LIM-EG alert.raised -P4D",
                        "KG-LIM-EG alert.raised -P3D",
                        "KG-LIM-EG alert.raised -P2D",
                        "KG-LIM-EG alert.raised -P1D",
                        "KG-LIM-EG deadline.breached",
                        "KG-LIM-EG limitation.expired",
                        "KG-LIM-EG alert.raised breach",
                        "complaint.expired");
        assertThat(notAtTheirHour(complaint)).isEmpty();
        assertThat(new Records(stack.settings()).doubles()).isEmpty();
        assertThat(new Mailbox(stack.settings()).all())
                .extracting(mail -> mail.to() + mail.alert())
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(10);
    }

    private void travel(String amount) throws InterruptedException {
        out.println(new StackTime(stack.settings(), out).run(List.of("travel", amount)));
    }

    /** What was said of the complaint, in the order in which it was. */
    private List<String> said(String complaint) throws SQLException {
        return texts(
                complaint,
                """
                select concat_ws(' ', data::json #>> '{term,rule}', type, data::json ->> 'rung') from event_log.event
                 where stream_id = ? and type <> 'facts.noted' order by version""");
    }

    /** Alerts that came before their hour or long after it, other than those that came with the case. */
    private List<String> notAtTheirHour(String complaint) throws SQLException {
        return texts(
                complaint,
                """
                select data from event_log.event,
                       lateral (select (data::json ->> 'at')::timestamptz as at) hour,
                       lateral (select max(recorded_at) as known from event_log.event
                                 where stream_id = ? and type = 'facts.noted') facts
                 where type = 'alert.raised' and at > known
                   and recorded_at not between at and at + interval '20 seconds'""");
    }

    private List<String> texts(String complaint, String sql) throws SQLException {
        try (var connection = new Stores(stack.settings()).connect("deadline");
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, UUID.fromString(complaint));
            var texts = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }
}
