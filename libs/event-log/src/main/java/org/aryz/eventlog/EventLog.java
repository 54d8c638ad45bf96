package org.aryz.eventlog;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The log of one database. Position order is commit order, so every reader is a plain cursor.
 *
 * <p>Failures: a {@link LogUnavailable} when the database is away, too slow, or too many appends wait. After one, the
 * outcome of an append is unknown; repeating it with the same {@link Idempotency}, {@link Receipt} or expected version
 * is safe. An {@link AppendRefused} when the database does not take what it was given: the append is at fault.
 *
 * <p>Results arrive on the Vert.x context of the caller, if there is one.
 */
public interface EventLog {

    /** Under which identity what is appended now is told to others; changes where an older copy of the store is brought back. */
    Uni<UUID> id();

    /** Answers after the commit. Appends that arrive while another is on its way share the next transaction. */
    Uni<AppendResult> append(Append append);

    /** Events of a stream with a version above {@code afterVersion}, in order; empty if there is none. */
    Uni<List<RecordedEvent>> readStream(StreamId stream, long afterVersion);

    /** At most {@code limit} events of the whole log above {@code afterPosition}, in order, without their sealed units. */
    Uni<List<RecordedEvent>> readAll(long afterPosition, int limit);

    /** The answer kept under an idempotency key, if that key was used with this request; empty if it never was. */
    Uni<Optional<AppendResult>> recall(String scope, String key, byte[] requestHash);
}
