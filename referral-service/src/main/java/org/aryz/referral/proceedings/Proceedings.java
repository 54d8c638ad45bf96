package org.aryz.referral.proceedings;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.aryz.referral.ComplaintId;
import org.aryz.referral.NameBasedId;
import org.aryz.referral.RejectedCommand;
import org.aryz.referral.Rejection;
import org.aryz.referral.proceedings.ProceedingsCommand.RecordFact;
import org.aryz.referral.proceedings.ProceedingsCommand.RecordJudgmentInForce;
import org.aryz.referral.proceedings.ProceedingsEvent.FactRecorded;
import org.aryz.referral.proceedings.ProceedingsEvent.JudgmentInForce;

/** The proceedings of one complaint: which judgments are in force, and what else was told of them. */
public record Proceedings(List<JudgmentInForce> judgments, Timeline timeline) {
    public Proceedings {
        judgments = List.copyOf(judgments);
    }

    public static Proceedings none() {
        return new Proceedings(List.of(), Timeline.EMPTY);
    }

    /** Each complaint has one stream of proceedings, found without asking anybody. */
    public static UUID of(ComplaintId complaint) {
        return NameBasedId.in(complaint.value(), "proceedings");
    }

    public static Proceedings evolve(Proceedings state, ProceedingsEvent event) {
        return switch (event) {
            case JudgmentInForce judgment -> {
                var all = new ArrayList<>(state.judgments);
                all.add(judgment);
                yield new Proceedings(all, state.timeline);
            }
            case FactRecorded fact -> new Proceedings(state.judgments, state.timeline.after(fact));
        };
    }

    public static List<ProceedingsEvent> decide(ProceedingsCommand command, Proceedings state) {
        return switch (command) {
            case RecordJudgmentInForce judgment
            when state.holdsFor(judgment) -> throw new RejectedCommand(Rejection.JUDGMENT_ALREADY_IN_FORCE);
            case RecordJudgmentInForce judgment ->
                List.of(new JudgmentInForce(
                        judgment.complaint(), judgment.outcome(), judgment.inForceOn(), judgment.suspect()));
            case RecordFact fact -> List.of(state.timeline.decide(fact));
        };
    }

    private boolean holdsFor(RecordJudgmentInForce judgment) {
        return judgments.stream()
                .map(JudgmentInForce::suspect)
                .anyMatch(suspect -> Objects.equals(suspect, judgment.suspect()));
    }
}
