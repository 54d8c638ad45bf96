package org.aryz.deadline.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aryz.deadline.Circumstances;
import org.aryz.deadline.Clocks;
import org.aryz.deadline.Expectation;
import org.aryz.eventlog.InlineRow;
import org.aryz.eventlog.Streams.Loaded;

/** What has to be armed for a complaint at one hour, as the events up to a version of its stream tell. */
public record Expected(UUID complaint, long version, Instant now, List<Row> rows) {

    /** The due row of one deadline, as a decision would arm it, and what a comparison must know beside. */
    public record Row(UUID deadline, InlineRow armed, boolean overdue, boolean asSaid) {}

    static Expected of(Loaded<Clocks> loaded, Circumstances circumstances, StoredForm form) {
        var complaint = loaded.stream().value();
        var facts = loaded.state().facts();
        if (facts == null) {
            return new Expected(complaint, loaded.version(), circumstances.now(), List.of());
        }
        var rows = Expectation.of(loaded.state(), circumstances).stream()
                .map(expectation -> new Row(
                        expectation.agenda().term().deadline(),
                        form.row(facts.complaint(), loaded.version(), expectation.agenda(), Cause.time()),
                        expectation.overdue(),
                        expectation.asSaid()))
                .toList();
        return new Expected(complaint, loaded.version(), circumstances.now(), rows);
    }
}
