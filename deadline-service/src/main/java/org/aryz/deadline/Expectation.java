package org.aryz.deadline;

import java.util.List;

/**
 * What has to be armed for one deadline, as its history alone tells.
 *
 * @param overdue something of its ladder has been reached and was not told
 * @param asSaid the dates are those that were said last. Where law or calendar have moved them since, it is not for a repair to say
 *     so
 */
public record Expectation(Agenda agenda, boolean overdue, boolean asSaid) {

    /** For every deadline of which something was ever said. */
    public static List<Expectation> of(Clocks state, Circumstances circumstances) {
        var facts = state.facts();
        if (facts == null) {
            return List.of();
        }
        var deadlines = circumstances.deadlines(facts);
        return Agenda.of(state, circumstances).stream()
                .map(agenda -> of(agenda, state, deadlines, circumstances))
                .toList();
    }

    private static Expectation of(Agenda agenda, Clocks state, Deadlines deadlines, Circumstances circumstances) {
        var id = agenda.term().deadline();
        var clock = state.byDeadline().get(id);
        if (clock == null || !clock.runs()) {
            return new Expectation(agenda, false, true);
        }
        return deadlines
                .find(id)
                .map(deadline -> new Expectation(
                        agenda,
                        deadline.ladder().toTell(circumstances.now()).stream()
                                .anyMatch(rung -> !clock.handled().contains(rung.code())),
                        clock.term().saysTheSameAs(deadline.term())))
                .orElseGet(() -> new Expectation(agenda, false, false));
    }
}
