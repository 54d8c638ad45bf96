package org.aryz.eventlog.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.aryz.eventlog.chain.Checkpoint;
import org.aryz.eventlog.chain.GrowingTree;
import org.aryz.eventlog.chain.NoteKey;
import org.aryz.eventlog.verify.SealedLeaves.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a store in one pass in the order of position: each event against the chain of its stream and against its leaf in
 * the tree, the tree against every checkpoint. What is in memory does not grow with the store (about 100 MB): the hash before an
 * event is looked up in the index where its stream is not among the last million that were met.
 */
public final class Verifier {
    private static final long REPORT_EVERY = 100_000;

    private final NoteKey key;
    private final List<String> notes;
    private final LongConsumer progress;

    /**
     * @param key of the log's checkpoints, under any name
     * @param notes checkpoints that a witness kept; without them nobody notices if whoever owns the database took away the
     *     last events together with their checkpoints
     * @param progress is told the number of events from time to time
     */
    public Verifier(NoteKey key, List<String> notes, LongConsumer progress) {
        this.key = key;
        this.notes = List.copyOf(notes);
        this.progress = progress;
    }

    /** Opens connections to the store; only reading is done by them. */
    @FunctionalInterface
    public interface Store {
        Connection connect() throws SQLException;
    }

    /** @throws SQLException if the store can't be reached or is none */
    public Verdict verify(Store store) throws SQLException {
        try (var events = store.connect();
                var tree = store.connect()) {
            Snapshot.share(events, tree);
            try (var digesting = new Digesting(events)) {
                return new Pass(digesting, tree).run();
            } catch (IllegalArgumentException e) {
                return new Verdict(
                        0, 0, 0, 0, 0, Optional.of(new Finding(Fault.BAD_CHECKPOINT, 0, "" + e.getMessage())));
            }
        }
    }

    /** One way through the store. */
    private final class Pass {
        private final Digesting digesting;
        private final Predecessors predecessors;
        private final SealedLeaves leaves;
        private final Signed signed;
        private final Stamped stamped;
        private final Diagnosis diagnosis;
        private final GrowingTree tree = new GrowingTree((_, _) -> {});
        private @Nullable Sealed sealed;
        private @Nullable Finding finding;
        private long events;
        private long streams;
        private long checkpoints;
        private long lastSigned;

        Pass(Digesting digesting, Connection connection) throws SQLException {
            this.digesting = digesting;
            this.predecessors = new Predecessors(connection);
            this.leaves = new SealedLeaves(connection);
            this.signed = new Signed(connection, key, notes);
            this.stamped = new Stamped(connection);
            this.diagnosis = new Diagnosis(connection);
            this.sealed = leaves.next();
        }

        Verdict run() throws SQLException {
            var next = digesting.next();
            while (!next.isEmpty() && finding == null) {
                checkAll(next);
                next = finding == null ? digesting.next() : next;
            }
            if (finding == null) {
                finding = checkEnd();
            }
            return new Verdict(
                    events, streams, tree.size(), checkpoints, stamped.found(), Optional.ofNullable(finding));
        }

        private void checkAll(List<StoredEvent> next) throws SQLException {
            var before = predecessors.of(next);
            for (var i = 0; i < next.size() && finding == null; i++) {
                finding = check(next.get(i), before.get(i));
            }
        }

        private @Nullable Finding check(StoredEvent event, byte @Nullable [] before) throws SQLException {
            var found = checkChain(event, before);
            if (found == null) {
                found = checkLeaf(event);
            }
            if (found == null) {
                found = checkSigned();
            }
            if (found == null && ++events % REPORT_EVERY == 0) {
                progress.accept(events);
            }
            return found;
        }

        private @Nullable Finding checkChain(StoredEvent event, byte @Nullable [] before) throws SQLException {
            var isOrphan = before == null && !event.isFirst();
            if (isOrphan) {
                return sealed != null && sealed.position() < event.position()
                        ? diagnosis.ofMissing(sealed)
                        : Finding.of(Fault.DELETED, event, "the event before it in its stream is gone");
            }
            streams += event.isFirst() ? 1 : 0;
            return event.isChainedTo(before)
                    ? null
                    : Finding.of(Fault.CHANGED, event, "its hash does not follow from what it says");
        }

        private @Nullable Finding checkLeaf(StoredEvent event) throws SQLException {
            if (sealed == null) {
                return null;
            }
            if (event.position() != sealed.position()) {
                return event.position() < sealed.position() ? diagnosis.ofUnknown(event) : diagnosis.ofMissing(sealed);
            }
            if (!Arrays.equals(event.leaf(), sealed.hash())) {
                return diagnosis.ofOther(event, sealed);
            }
            tree.add(sealed.hash());
            sealed = leaves.next();
            return null;
        }

        private @Nullable Finding checkSigned() throws SQLException {
            for (var next = signed.peek(); next != null && next.size() <= tree.size(); next = signed.peek()) {
                if (next.size() < tree.size() || !Arrays.equals(tree.root(), next.root())) {
                    return notAsSigned(next);
                }
                if (!stamped.holdFor(new Checkpoint(next.origin(), tree.size(), tree.root()))) {
                    return new Finding(
                            Fault.BAD_TIME_STAMP,
                            next.size(),
                            "the time stamp of the checkpoint of size %d is not over what the events say"
                                    .formatted(next.size()));
                }
                checkpoints++;
                lastSigned = next.size();
                signed.take();
            }
            return null;
        }

        private Finding notAsSigned(Checkpoint checkpoint) {
            return new Finding(
                    Fault.NOT_AS_SIGNED,
                    lastSigned,
                    "events and tree agree with each other but not with the checkpoint of size %d: something was changed among the leaves %d to %d"
                            .formatted(checkpoint.size(), lastSigned, checkpoint.size() - 1));
        }

        private @Nullable Finding checkEnd() throws SQLException {
            if (sealed != null) {
                var gone = diagnosis.ofMissing(sealed);
                return gone.fault() == Fault.DELETED
                        ? tail(sealed.position(), "from position " + sealed.position())
                        : gone;
            }
            var missing = signed.peek();
            return missing == null
                    ? null
                    : tail(
                            tree.size(),
                            "a checkpoint vouches for %d, the tree has %d".formatted(missing.size(), tree.size()));
        }

        private static Finding tail(long position, String detail) {
            return new Finding(Fault.DELETED_TAIL, position, "the last events of the log are gone: " + detail);
        }
    }
}
