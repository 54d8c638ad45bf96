package org.aryz.eventlog.seal;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jboss.logging.Logger;

/**
 * Wraps the keys of units again that older key-encryption keys wrapped, in batches, while the service runs. Events and
 * ciphertexts stay as they are. Which rows are left is told by the rows themselves, so it may be stopped at any time and
 * goes on at the next round, on whichever replica.
 */
public final class KeyRotation {
    private static final Logger LOG = Logger.getLogger(KeyRotation.class);
    private static final int BATCH = 500;

    /** Rounds after the keys changed in which to look for what neighbours wrapped that had not heard of it yet. */
    private static final int ROUNDS_AFTER_A_CHANGE = 6;

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String COUNT_OLDER =
            "select count(*) from sealing.unit_key where substring(wrapped_key from 1 for 5) <> $1";
    private static final String OLDER =
            """
            select unit_id, kind, wrapped_key from sealing.unit_key
             where unit_id > $1 and substring(wrapped_key from 1 for 5) <> $2
             order by unit_id limit $3""";
    private static final String WRAP_AGAIN = "select sealing.wrap_again($1, $2, $3)";

    private final TinkSealer sealer;
    private final Pool pool;
    private final LongConsumer leftToDo;
    private int roundsLeft = ROUNDS_AFTER_A_CHANGE;
    private long left;

    /** @param leftToDo hears how many keys wait to be wrapped again, as that changes */
    public KeyRotation(TinkSealer sealer, Pool pool, LongConsumer leftToDo) {
        this.sealer = sealer;
        this.pool = pool;
        this.leftToDo = leftToDo;
    }

    /** Reads the keys again and, if they changed, wraps what older ones wrapped. Rounds must not overlap. */
    public Uni<Void> round() {
        var before = sealer.ring();
        sealer.refresh();
        var ring = sealer.ring();
        if (!ring.isSameAs(before)) {
            roundsLeft = ROUNDS_AFTER_A_CHANGE;
            LOG.infof("The key-encryption keys changed; the newest is %s", ring.newestId());
        }
        if (ring.isSingle() || roundsLeft == 0) {
            return Uni.createFrom().voidItem();
        }
        roundsLeft--;
        return pool.preparedQuery(COUNT_OLDER)
                .execute(Tuple.of(Buffer.buffer(ring.newestPrefix())))
                .invoke(rows -> tell(rows.iterator().next().getLong(0)))
                .flatMap(_ -> left == 0 ? Uni.createFrom().voidItem() : wrapAll(ring));
    }

    private Uni<Void> wrapAll(KeyRing ring) {
        LOG.infof("%d keys of sealed units are wrapped again by the key-encryption key %s", left, ring.newestId());
        var walk = new Walk(ring);
        return Multi.createBy()
                .repeating()
                .uni(walk::batch)
                .whilst(seen -> seen > 0)
                .collect()
                .last()
                .invoke(() -> {
                    roundsLeft = ROUNDS_AFTER_A_CHANGE;
                    walk.report();
                })
                .replaceWithVoid();
    }

    private void tell(long now) {
        left = now;
        leftToDo.accept(now);
    }

    /** One way through the older keys, in the order of their units. */
    private final class Walk {
        private final KeyRing ring;
        private UUID after = BEFORE_ALL;
        private int unopened;

        Walk(KeyRing ring) {
            this.ring = ring;
        }

        void report() {
            if (unopened == 0) {
                LOG.infof("All keys of sealed units are wrapped by the key-encryption key %s", ring.newestId());
            } else {
                LOG.warnf("%d keys of sealed units are opened by no key-encryption key that is known", unopened);
            }
        }

        Uni<Integer> batch() {
            return pool.preparedQuery(OLDER)
                    .execute(Tuple.of(after, Buffer.buffer(ring.newestPrefix()), BATCH))
                    .flatMap(this::wrapAgain);
        }

        private Uni<Integer> wrapAgain(RowSet<Row> rows) {
            if (rows.size() == 0) {
                return Uni.createFrom().item(0);
            }
            var wrapped = new Wrapped();
            for (var row : rows) {
                after = row.getUUID(0);
                wrapAgain(row, wrapped);
            }
            return pool.preparedQuery(WRAP_AGAIN)
                    .execute(wrapped.parameters())
                    .invoke(_ -> tell(Math.max(unopened, left - wrapped.units.size())))
                    .replaceWith(rows.size());
        }

        private void wrapAgain(Row row, Wrapped wrapped) {
            var old = row.getBuffer(2).getBytes();
            var binding = TinkSealer.boundTo(row.getUUID(0), row.getString(1));
            try {
                wrapped.add(row.getUUID(0), old, ring.wrap(ring.unwrap(old, binding), binding));
            } catch (GeneralSecurityException _) {
                unopened++;
            }
        }
    }

    /** A batch as the database takes it. */
    private static final class Wrapped {
        private final List<UUID> units = new ArrayList<>();
        private final List<Buffer> old = new ArrayList<>();
        private final List<Buffer> again = new ArrayList<>();

        void add(UUID unit, byte[] before, byte[] after) {
            units.add(unit);
            old.add(Buffer.buffer(before));
            again.add(Buffer.buffer(after));
        }

        Tuple parameters() {
            return Tuple.newInstance(io.vertx.sqlclient.Tuple.of(
                    units.toArray(UUID[]::new), old.toArray(Buffer[]::new), again.toArray(Buffer[]::new)));
        }
    }
}
