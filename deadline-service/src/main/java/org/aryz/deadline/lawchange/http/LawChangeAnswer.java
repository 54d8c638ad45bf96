package org.aryz.deadline.lawchange.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aryz.deadline.lawchange.LawChange;
import org.aryz.deadline.lawchange.Proposal;
import org.aryz.deadline.lawchange.http.LawChangeBody.DayBody;
import org.aryz.deadline.lawchange.work.DryRunResults.Totals;
import org.aryz.deadline.lawchange.work.Run;
import org.jspecify.annotations.Nullable;

/**
 * One change of law, how far the work on it has come, and what it would do or did.
 *
 * @param proposedBy the person, by opaque id
 * @param decidedBy who applied or rejected it
 * @param knownFrom from this day on it counts as known
 * @param revision of the law that it made
 * @param result of the dry run, so far
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LawChangeAnswer(
        UUID id,
        String kind,
        String reason,
        Run.State state,
        String proposedBy,
        @Nullable String decidedBy,
        LocalDate knownFrom,
        @Nullable Long revision,
        @Nullable String rules,
        @Nullable List<DayBody> days,
        @Nullable String zoneData,
        Progress progress,
        @Nullable ResultAnswer result) {

    /**
     * How far the dry run, or deciding anew after it was applied, has come.
     *
     * @param complaints null before the work has begun
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Progress(long lookedAt, @Nullable Long complaints) {}

    /** How many deadlines would move by how many days. */
    record Shift(int days, long deadlines) {}

    /**
     * What it would do in all.
     *
     * @param alertsAtOnce how many rungs would be told as soon as it is applied
     * @param becoming how many deadlines, or complaints, would become what
     */
    record ResultAnswer(
            long complaints,
            long moved,
            long opened,
            long ended,
            long alertsAtOnce,
            List<Shift> shifts,
            Map<String, Long> becoming) {
        static ResultAnswer of(Totals totals) {
            return new ResultAnswer(
                    totals.complaints(),
                    totals.moved(),
                    totals.opened(),
                    totals.ended(),
                    totals.alerts(),
                    totals.byDays().entrySet().stream()
                            .map(each -> new Shift(each.getKey(), each.getValue()))
                            .toList(),
                    totals.byState());
        }
    }

    static LawChangeAnswer of(LawChange change, Run run, @Nullable Totals totals) {
        var proposal = change.proposal();
        return new LawChangeAnswer(
                change.id(),
                proposal.code(),
                change.reason(),
                run.state(),
                change.by(),
                change.decidedBy(),
                change.on(),
                change.revision(),
                proposal instanceof Proposal.Rules rules ? rules.text() : null,
                proposal instanceof Proposal.Days days
                        ? days.days().stream().map(DayBody::of).toList()
                        : null,
                proposal instanceof Proposal.ZoneData data ? data.to() : null,
                new Progress(run.lookedAt(), run.complaints()),
                totals == null ? null : ResultAnswer.of(totals));
    }
}
