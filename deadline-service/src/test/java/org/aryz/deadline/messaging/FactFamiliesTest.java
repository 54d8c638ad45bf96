package org.aryz.deadline.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.aryz.deadline.CaseFacts;
import org.aryz.deadline.Contract;
import org.aryz.deadline.Deadlines;
import org.aryz.deadline.calendar.Calendars;
import org.aryz.deadline.law.Law;
import org.aryz.eventlog.Receipt;
import org.aryz.eventlog.kafka.ReceivedEvent;
import org.aryz.testplatform.PublishedEvents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * From the contract of each family of facts to the deadlines that wait for it. Facts are the approved samples, told of another day
 * and with the values that stand behind it; the last of a row makes the difference.
 */
class FactFamiliesTest {
    private static final Law LAW = Law.load();
    private static final Calendars CALENDARS = Calendars.load();
    private static final Instant TOLD = Instant.parse("2027-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # detention
            KG | KG-FAMILY-12H   | detention.recorded 2026-03-03T20:00:00+06:00                     | open | 2026-03-04
            KG | KG-FAMILY-12H   | detention.recorded 2026-03-03T20:00:00+06:00; family.notified 2026-03-04T07:00:00+06:00 | met | 2026-03-04
            KG | KG-CUST-48H     | detention.recorded 2026-03-03T20:00:00+06:00                     | open | 2026-03-05
            KG | KG-CUST-48H     | detention.recorded 2026-03-03T20:00:00+06:00; detention.ended 2026-03-05T10:00:00+06:00 how=moved | open | 2026-03-05
            KG | KG-CUST-48H     | detention.recorded 2026-03-03T20:00:00+06:00; detention.ended 2026-03-05T10:00:00+06:00 how=before-judge | met | 2026-03-05
            KG | EV-MED-RELEASE  | detention.ended 2026-03-05T10:00:00+06:00 how=released           | open | 2026-03-06
            KG | KG-PRETRIAL-1Y  | custody.ordered 2026-03-05                                       | open | 2027-03-05
            KG | KG-PRETRIAL-1Y  | custody.ordered 2026-03-05; detention.ended 2026-06-05 how=released | met | 2027-03-05
            KG | EV-MED-24H      | allegation.raised-at-hearing 2026-03-05T15:00:00+06:00           | open | 2026-03-06
            # medical
            KG | EV-DOCTOR-REPORT | medical-contact.recorded 2026-03-04T06:15:00+06:00              | open | 2026-03-05
            KG | EV-DOCTOR-REPORT | medical-contact.recorded 2026-03-04T06:15:00+06:00; doctor-report.confirmed 2026-03-06 | met | 2026-03-05
            KG | EV-DOCTOR-FOLLOW | doctor-report.sent 2026-03-04                                   | open | 2026-03-05
            KG | EV-DOCTOR-FOLLOW | doctor-report.sent 2026-03-04; doctor-report.confirmed 2026-03-05 | met | 2026-03-05
            # evidence
            KG | EV-PHOTO-24H    | complaint.received 2026-03-04T09:00:00+06:00                     | open | 2026-03-05
            KG | EV-PHOTO-24H    | complaint.received 2026-03-04T09:00:00+06:00; photographs.stored 2026-03-04T12:00:00+06:00 | met | 2026-03-05
            KG | EV-RECORDS      | detention.recorded 2026-03-03T20:00:00+06:00                     | open | 2026-03-06
            KG | EV-RECORDS      | detention.recorded 2026-03-03T20:00:00+06:00; records.requested 2026-03-04; records.received 2026-03-10 | met | 2026-03-06
            KG | EV-CCTV-REQ     | complaint.received 2026-03-04T09:00:00+06:00; video.preservation-requested 2026-03-04T13:00:00+06:00 | met | 2026-03-05
            KG | EV-CCTV-LOSS    | incident.dated 2026-03-03                                        | open | 2026-03-10
            KG | EV-CCTV-LOSS    | incident.dated 2026-03-03; video.preservation-requested 2026-03-04 retentionDays=14 | open | 2026-03-17
            KG | EV-CCTV-LOSS    | incident.dated 2026-03-03; video.secured 2026-03-08              | met  | 2026-03-10
            KG | EV-CCTV-LOSS    | incident.dated 2026-03-03; video.lost 2026-03-08                 | waived | 2026-03-10
            TJ | TJ-REGISTER-3H  | detention.recorded 2026-03-03T20:00:00+05:00                     | open | 2026-03-03
            TJ | TJ-REGISTER-3H  | detention.recorded 2026-03-03T20:00:00+05:00; evidence.added 2026-03-03T21:00:00+05:00 kind=detention-protocol | met | 2026-03-03
            # letters
            KG | KG-LETTER-14W   | letter.registered 2026-06-01                                     | open | 2026-06-19
            KG | KG-LETTER-14W   | letter.registered 2026-06-01; letter.answered 2026-06-10         | met  | 2026-06-19
            # remedies and extensions
            KG | KG-APPEAL-OWN   | decision.received 2026-06-01 kind=refused; remedy.lodged 2026-06-05 | met | 2026-06-11
            KG | KG-APPEAL-PROS  | remedy.lodged 2026-06-05 level=prosecutor                        | open | 2026-06-08
            KG | KG-APPEAL-PROS  | remedy.lodged 2026-06-05 level=prosecutor; remedy.answered 2026-06-15 | met | 2026-06-08
            KG | KG-APPEAL-JUDGE | remedy.lodged 2026-06-05 level=judge                             | open | 2026-06-10
            KG | KG-RULING-OWN   | remedy.answered 2026-06-15 level=judge                           | open | 2026-06-20
            KG | KG-DEC-2021     | referral.registered 2026-06-01; extension.granted 2026-06-03 term=KG-DEC-2021 until=2026-06-11 | open | 2026-06-11
            KG | KG-DEC-2021     | referral.registered 2026-06-01; extension.granted 2026-06-08 term=KG-DEC-2021 until=2026-06-11 | open | 2026-06-04
            # experts
            KG | EV-FORENSIC-ORDER | referral.registered 2026-06-01                                 | open | 2026-06-04
            KG | EV-FORENSIC-ORDER | referral.registered 2026-06-01; forensic-exam.ordered 2026-06-03 | met | 2026-06-04
            KG | KG-STALE-30D    | referral.registered 2026-06-01; forensic-exam.concluded 2026-06-05 | open | 2026-07-06
            KG | KG-STALE-30D    | referral.registered 2026-06-01; case.sent-to-court 2026-06-05    | waived | 2026-07-01
            # suspects
            KG | KG-INV-2M-KY    | suspicion.notified 2020-06-01                                    | open | 2020-08-03
            KG | KG-LIM-EG       | complaint.received 2025-03-04T09:00:00+06:00; suspect.identified 2025-04-02 | open | 2035-03-03
            KG | KG-LIM-EG       | complaint.received 2025-03-04T09:00:00+06:00; suspect.identified 2025-04-02; suspect.absconded 2026-03-03 | suspended |
            KG | KG-LIM-EG       | complaint.received 2025-03-04T09:00:00+06:00; suspect.identified 2025-04-02; suspect.absconded 2026-03-03; suspect.found 2027-03-03 | open |
            KG | KG-LIM-EG       | complaint.received 2025-03-04T09:00:00+06:00; suspect.identified 2025-04-02; suspect.reoffended 2026-06-01 | open | 2036-06-01
            KG | KG-LIM-G        | complaint.received 2025-03-04T09:00:00+06:00; suspect.identified 2025-04-02; qualification.set 2025-05-02 class=grave | open | 2032-03-03
            # international
            KG | HRC-5Y          | remedies.exhausted 2026-06-01 received=2026-06-20                | open | 2031-06-01
            KG | HRC-5Y          | remedies.exhausted 2026-06-01 received=2026-06-20                | open | 2031-06-20
            KG | HRC-5Y          | remedies.exhausted 2026-06-01; international.filed 2026-09-01 body=hrc | met | 2031-06-01
            KZ | CAT-PROMPT      | remedies.exhausted 2026-06-01; international.filed 2026-09-01 body=cat | met | 2027-06-01
            KG | SP-60D          | international.transmitted 2026-06-01 body=special-procedures     | open | 2026-07-31
            KG | WGAD-60D        | international.transmitted 2026-06-01 body=wgad; international.replied 2026-07-01 body=wgad | met | 2026-07-31
            KG | HRC-3Y          | international.decided 2026-06-01 body=cat                        | open | 2029-06-01
            KG | HRC-VIEWS-180D  | international.decided 2026-06-01 body=hrc; international.replied 2026-09-01 body=hrc | met | 2026-11-30
            """)
    void aFactMovesTheDeadlineThatWaitsForIt(
            String country, String rule, String facts, String standing, @Nullable String due) {
        var deadlines = Deadlines.compute(told(country, facts), LAW, CALENDARS).all();

        assertThat(deadlines)
                .filteredOn(deadline -> deadline.term().rule().equals(rule))
                .anySatisfy(deadline -> {
                    assertThat(deadline.standing().code()).isEqualTo(standing);
                    assertThat(due == null ? null : deadline.term().due().toString())
                            .isEqualTo(due);
                });
    }

    private static CaseFacts told(String country, String lines) {
        var events = Arrays.stream(lines.split(";", -1))
                .map(line -> event(country, line.strip()))
                .toList();
        var complaint = FactReader.complaint(events.getFirst().data());
        return CaseFacts.of(complaint)
                .with(
                        complaint,
                        events.stream()
                                .flatMap(event -> FactReader.read(event).facts().stream())
                                .toList());
    }

    private static ReceivedEvent event(String country, String line) {
        var words = line.split(" +", -1);
        var topic =
                PublishedEvents.typesOn("aryz.complaints").contains(words[0]) ? "aryz.complaints" : "aryz.referrals";
        var data = new Contract(topic, words[0])
                .sample()
                .put("jurisdiction", country)
                .put("occurredAt", words[1]);
        data.remove("receivedAt");
        for (var pair : Arrays.asList(words).subList(2, words.length)) {
            put(data, pair.split("=", 2));
        }
        return new ReceivedEvent(
                UUID.nameUUIDFromBytes(line.getBytes(UTF_8)),
                new Receipt("/intake/log/stream", 1),
                words[0],
                data.path("complaintId").asText(),
                TOLD,
                data);
    }

    private static void put(ObjectNode data, String[] pair) {
        data.put(pair[0].equals("received") ? "receivedAt" : pair[0], pair[1]);
    }
}
