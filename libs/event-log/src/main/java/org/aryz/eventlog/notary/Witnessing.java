package org.aryz.eventlog.notary;

import org.jspecify.annotations.Nullable;

/** One witness, what it has kept last, and when. Told by one thread, asked by any. */
final class Witnessing {
    private final Witness witness;
    private volatile @Nullable Kept kept;
    private volatile boolean failing;

    Witnessing(Witness witness) {
        this.witness = witness;
    }

    private record Kept(String note, long nanoTime) {}

    /** Hands it a note that it has not kept yet, unless it rests. */
    void tell(String note) {
        var before = kept;
        if (before != null && (note.equals(before.note()) || rests(before))) {
            return;
        }
        failing = true;
        witness.keep(note);
        kept = new Kept(note, System.nanoTime());
        failing = false;
    }

    private boolean rests(Kept before) {
        return System.nanoTime() - before.nanoTime() < witness.rest().toNanos();
    }

    WitnessStatus status() {
        return new WitnessStatus(witness.name(), failing);
    }

    void close() {
        witness.close();
    }
}
