package org.aryz.deadline.lawchange.work;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.aryz.deadline.Docket;
import org.aryz.deadline.application.Cause;
import org.aryz.deadline.application.ComplaintDeadlines;
import org.aryz.deadline.application.Hour;
import org.aryz.deadline.application.LawInUse;
import org.aryz.deadline.application.StoredForm;
import org.aryz.deadline.law.LawDataException;
import org.aryz.deadline.lawchange.DryRun;
import org.aryz.deadline.lawchange.Effect;
import org.aryz.deadline.lawchange.LawBook;
import org.aryz.deadline.lawchange.LawChange;
import org.aryz.deadline.lawchange.LawChangeCommand.Examine;
import org.aryz.deadline.lawchange.LawChangeCommand.Reject;
import org.aryz.deadline.lawchange.Reach;
import org.aryz.deadline.lawchange.application.LawChanges;
import org.aryz.deadline.lawchange.work.Runs.Found;
import org.aryz.deadline.lawchange.work.Runs.Place;
import org.jboss.logging.Logger;

/**
 * Works through all open complaints in the order of their ids, some at a time: in a dry run to tell what a change would do, after
 * it was applied to decide anew where it does something. How far it has come is kept with what was found, so a run that was cut
 * off is taken up there; deciding twice says nothing twice.
 */
public final class LawWork {
    private static final Logger LOG = Logger.getLogger(LawWork.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int DRY = 4_000;
    private static final int DECIDED_ANEW = 400;
    private static final int AT_ONCE = 16;
    private static final String NO_LONGER_FITS = "no-longer-fits";

    private final Runs runs;
    private final LawInUse law;
    private final LawChanges changes;
    private final ComplaintDeadlines deadlines;
    private final StoredForm form;

    public LawWork(Pool pool, LawInUse law, LawChanges changes, ComplaintDeadlines deadlines, StoredForm form) {
        this.runs = new Runs(pool);
        this.law = law;
        this.changes = changes;
        this.deadlines = deadlines;
        this.form = form;
    }

    /** Some of the work; true if there is more. */
    public boolean turn() {
        return runs.next().map(this::work).orElseGet(this::catchUp);
    }

    private boolean work(Run run) {
        var hour = law.hour().await().atMost(PATIENCE);
        if (run.mustBegin(hour.revision())) {
            runs.begin(run.change(), hour.revision());
            return true;
        }
        var book = law.history().await().atMost(PATIENCE);
        book.find(run.change()).ifPresent(change -> work(run, change, book, hour));
        return true;
    }

    private void work(Run run, LawChange change, LawBook book, Hour hour) {
        if (run.applies()) {
            apply(run, change, applied(change, book, hour));
            return;
        }
        try {
            examine(run, new Trial(proposed(change, hour), hour, form, deadlines));
        } catch (LawDataException e) {
            LOG.warnf("A proposed change of law no longer fits the law in use and is dropped: %s", e.getMessage());
            changes.note(new Reject(change.id(), NO_LONGER_FITS, LawBook.SERVICE))
                    .await()
                    .atMost(PATIENCE);
        }
    }

    private static DryRun proposed(LawChange change, Hour hour) {
        var after = hour.edition().with(change, change.by());
        return DryRun.of(change.proposal(), hour.edition(), after, hour.now());
    }

    private DryRun applied(LawChange change, LawBook book, Hour hour) {
        var revision = change.revision() == null ? hour.edition().revision() : change.revision();
        var before = law.ofTheProduct().after(book, revision - 1);
        var after = law.ofTheProduct().after(book, revision);
        return DryRun.of(change.proposal(), before, after, hour.now());
    }

    private void examine(Run run, Trial trial) {
        var places = runs.dockets(run, trial.reach(), DRY);
        if (places.isEmpty()) {
            var revision = run.revision() == null ? 0 : run.revision();
            changes.note(new Examine(run.change(), revision, run.lookedAt(), runs.moves(run.change())))
                    .await()
                    .atMost(PATIENCE);
            return;
        }
        runs.done(run, places.getLast().complaint(), places.size(), trial.of(places));
    }

    private void apply(Run run, LawChange change, DryRun trial) {
        var places = runs.dockets(run, trial.reach(), DECIDED_ANEW);
        if (places.isEmpty()) {
            runs.finishApplying(run.change());
            return;
        }
        var applied = runs.applied(run.change()).orElseThrow();
        var touched = places.parallelStream()
                .filter(place -> touches(trial, place))
                .map(Place::complaint)
                .toList();
        decideAnew(touched, change, applied.event()).forEach(runs::putBehind);
        runs.done(run, places.getLast().complaint(), places.size(), List.of());
    }

    private boolean touches(DryRun trial, Place place) {
        if (place.docket() == null) {
            return false;
        }
        var docket = form.docket(place.docket());
        return trial.needsHistory(docket) || !trial.effects(docket).isEmpty();
    }

    /** Decides on complaints anew; tells of which it could not. */
    private List<UUID> decideAnew(List<UUID> complaints, LawChange change, UUID event) {
        var by = change.decidedBy() == null ? LawBook.SERVICE : change.decidedBy();
        var cause = Cause.law(change.id(), event, by);
        return Multi.createFrom()
                .iterable(complaints)
                .onItem()
                .transformToUni(complaint -> decideAnew(complaint, change.reason(), cause))
                .merge(AT_ONCE)
                .collect()
                .asList()
                .map(each -> each.stream().flatMap(List::stream).toList())
                .await()
                .atMost(PATIENCE);
    }

    private Uni<List<UUID>> decideAnew(UUID complaint, String reason, Cause cause) {
        return deadlines
                .decideAgain(complaint, reason, cause)
                .replaceWith(List.<UUID>of())
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf(
                            "Complaint %s could not be decided on under the changed law (%s); it is tried again",
                            complaint, failure.getClass().getSimpleName());
                    return List.of(complaint);
                });
    }

    /** Decides on complaints that another replica has decided on by the law before, just when it changed. */
    private boolean catchUp() {
        var behind = runs.behind(DECIDED_ANEW);
        if (behind.isEmpty()) {
            return false;
        }
        var applied = runs.lastApplied();
        var change =
                applied.flatMap(last -> law.history().await().atMost(PATIENCE).find(last.change()));
        if (applied.isEmpty() || change.isEmpty()) {
            return false;
        }
        var failed = decideAnew(behind, change.get(), applied.get().event());
        behind.stream().filter(complaint -> !failed.contains(complaint)).forEach(runs::caughtUp);
        return failed.isEmpty();
    }

    /** A dry run at one hour, over some complaints at once. */
    private record Trial(DryRun run, Hour hour, StoredForm form, ComplaintDeadlines deadlines) {
        Reach reach() {
            return run.reach();
        }

        List<Found> of(List<Place> places) {
            return places.parallelStream().flatMap(this::of).toList();
        }

        private Stream<Found> of(Place place) {
            if (place.docket() == null) {
                return Stream.empty();
            }
            var docket = form.docket(place.docket());
            var viewers = viewers(docket);
            return effects(docket).stream().map(effect -> new Found(place.complaint(), viewers, effect));
        }

        private List<Effect> effects(Docket docket) {
            if (!run.needsHistory(docket)) {
                return run.effects(docket);
            }
            var complaint = docket.facts().complaint().id();
            return run.effects(docket, deadlines.said(complaint).await().atMost(PATIENCE));
        }

        private static String viewers(Docket docket) {
            var complaint = docket.facts().complaint();
            return String.join(
                    " ",
                    Stream.concat(Stream.of(complaint.organisation()), complaint.sharedWith().stream())
                            .toList());
        }
    }
}
