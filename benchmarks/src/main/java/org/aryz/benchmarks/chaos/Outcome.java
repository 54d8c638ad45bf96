package org.aryz.benchmarks.chaos;

import java.util.List;
import org.aryz.benchmarks.Figure;

/**
 * What came of a fault.
 *
 * @param driven what was done, and how often
 * @param judgement of the history afterwards
 * @param measured of what {@code seconds} are
 * @param note what else was seen
 */
record Outcome(String driven, Judgement judgement, String measured, Figure seconds, String note) {

    static List<String> head() {
        return List.of(
                "fault",
                "driven",
                "events acknowledged",
                "lost",
                "doubled",
                "holes",
                "unclear answers",
                "chain",
                "seconds, median (spread)",
                "beside");
    }

    List<String> row(String name) {
        return List.of(
                name,
                driven,
                "%,d".formatted(judgement.acknowledged()),
                "**" + judgement.lost() + "**",
                "**" + judgement.doubled() + "**",
                Long.toString(judgement.holes()),
                Long.toString(judgement.unclear()),
                judgement.chain(),
                measured + ": " + seconds,
                note);
    }
}
