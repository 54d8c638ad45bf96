package org.aryz.deadline.lawchange;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aryz.deadline.lawchange.LawChangeCommand.Apply;
import org.aryz.deadline.lawchange.LawChangeCommand.Examine;
import org.aryz.deadline.lawchange.LawChangeCommand.NoteZoneData;
import org.aryz.deadline.lawchange.LawChangeCommand.Propose;
import org.aryz.deadline.lawchange.LawChangeCommand.Reject;
import org.aryz.deadline.lawchange.LawChangeEvent.LawChangeApplied;
import org.aryz.deadline.lawchange.LawChangeEvent.LawChangeExamined;
import org.aryz.deadline.lawchange.LawChangeEvent.LawChangeProposed;
import org.aryz.deadline.lawchange.LawChangeEvent.LawChangeRejected;
import org.aryz.deadline.lawchange.LawChangeEvent.ZoneDataNoted;
import org.aryz.deadline.lawchange.LawChangeRefused.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Every change there was, and which of them are law.
 *
 * @param zoneData the time-zone database in use as far as anybody has confirmed; null before the first start
 */
public record LawBook(Map<UUID, LawChange> changes, long revision, @Nullable String zoneData) {
    public static final LawBook EMPTY = new LawBook(Map.of(), 0, null);

    /** The one stream of the law's history; private. */
    public static final UUID STREAM = UUID.fromString("6c617700-0000-4000-8000-000000000001");

    /** Stands in the place of a person where the service noticed by itself; everybody is another person. */
    public static final String SERVICE = "deadline-service";

    private static final String ZONE_DATA_CHANGED = "time-zone-database-changed";

    public static LawBook evolve(LawBook state, LawChangeEvent event) {
        return switch (event) {
            case LawChangeProposed(var id, var proposal, var reason, var by, var on) ->
                state.with(new LawChange(id, proposal, reason, by, on, null, null, null));
            case LawChangeExamined examined ->
                state.with(state.require(examined.change()).examined(examined.revision()));
            case LawChangeRejected rejected ->
                state.with(state.require(rejected.change()).decided(rejected.by(), null));
            case LawChangeApplied applied -> state.applied(applied);
            case ZoneDataNoted noted -> new LawBook(state.changes, state.revision, noted.version());
        };
    }

    private LawBook applied(LawChangeApplied applied) {
        var change = require(applied.change());
        var next = with(change.decided(applied.by(), applied.revision()));
        var zones = change.proposal() instanceof Proposal.ZoneData data ? data.to() : zoneData;
        return new LawBook(next.changes, applied.revision(), zones);
    }

    private LawBook with(LawChange change) {
        var all = new LinkedHashMap<>(changes);
        all.put(change.id(), change);
        return new LawBook(all, revision, zoneData);
    }

    public static List<LawChangeEvent> decide(LawChangeCommand command, LawBook state) {
        return switch (command) {
            case Propose(var id, var proposal, var reason, var by, var on) ->
                List.of(new LawChangeProposed(id, proposal, reason, by, on));
            case Examine examine -> state.examine(examine);
            case Reject reject -> {
                state.mustBeOpen(reject.change());
                yield List.of(new LawChangeRejected(reject.change(), reject.reason(), reject.by()));
            }
            case Apply apply -> state.apply(apply);
            case NoteZoneData note -> state.note(note);
        };
    }

    /** A dry run that was overtaken tells nothing any more. */
    private List<LawChangeEvent> examine(Examine examine) {
        var change = require(examine.change());
        return !change.open()
                        || examine.revision() != revision
                        || Long.valueOf(revision).equals(change.examinedAgainst())
                ? List.of()
                : List.of(new LawChangeExamined(
                        examine.change(), examine.revision(), examine.complaints(), examine.deadlines()));
    }

    private List<LawChangeEvent> apply(Apply apply) {
        var change = mustBeOpen(apply.change());
        refuseIf(change.by().equals(apply.by()), Reason.SAME_PERSON);
        refuseIf(change.examinedAgainst() == null, Reason.NOT_EXAMINED);
        refuseIf(!Long.valueOf(revision).equals(change.examinedAgainst()), Reason.STALE);
        return List.of(new LawChangeApplied(apply.change(), revision + 1, apply.by()));
    }

    private List<LawChangeEvent> note(NoteZoneData note) {
        if (zoneData == null) {
            return List.of(new ZoneDataNoted(note.version()));
        }
        return zoneData.equals(note.version())
                        || zoneDataAwaiting().filter(note.version()::equals).isPresent()
                ? List.of()
                : List.of(new LawChangeProposed(
                        note.change(),
                        new Proposal.ZoneData(zoneData, note.version()),
                        ZONE_DATA_CHANGED,
                        SERVICE,
                        note.on()));
    }

    /** The time-zone database that waits for a person to apply it, the latest first. */
    public Optional<String> zoneDataAwaiting() {
        return changes.values().stream()
                .filter(LawChange::open)
                .map(LawChange::proposal)
                .filter(Proposal.ZoneData.class::isInstance)
                .map(proposal -> ((Proposal.ZoneData) proposal).to())
                .reduce((_, later) -> later);
    }

    private LawChange mustBeOpen(UUID id) {
        var change = require(id);
        refuseIf(!change.open(), Reason.DECIDED);
        return change;
    }

    private LawChange require(UUID id) {
        return find(id).orElseThrow(() -> new LawChangeRefused(Reason.UNKNOWN));
    }

    private static void refuseIf(boolean wrong, Reason reason) {
        if (wrong) {
            throw new LawChangeRefused(reason);
        }
    }

    public Optional<LawChange> find(UUID id) {
        return Optional.ofNullable(changes.get(id));
    }

    public Collection<LawChange> all() {
        return changes.values();
    }

    /** The changes that are law, in the order in which they became it. */
    public List<LawChange> applied() {
        return changes.values().stream()
                .filter(change -> change.revision() != null)
                .sorted(Comparator.comparing(LawBook::revisionOf))
                .toList();
    }

    private static long revisionOf(LawChange applied) {
        return applied.revision() == null ? 0 : applied.revision();
    }
}
