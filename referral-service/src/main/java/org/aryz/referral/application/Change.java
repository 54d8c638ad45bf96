package org.aryz.referral.application;

import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.seal.SealedUnit;
import org.aryz.referral.KnownComplaint;

/**
 * A command with all that its append needs.
 *
 * @param expected the version the asker read, where the asker must have read one
 * @param subject id to answer with
 */
record Change<C>(
        KnownComplaint complaint,
        StreamId stream,
        C command,
        List<SealedUnit> sealed,
        OptionalLong expected,
        UUID subject) {

    static <C> Change<C> of(KnownComplaint complaint, StreamId stream, C command) {
        return new Change<>(complaint, stream, command, List.of(), OptionalLong.empty(), stream.value());
    }

    Change<C> answeredWith(UUID id) {
        return new Change<>(complaint, stream, command, sealed, expected, id);
    }

    Change<C> on(long version) {
        return new Change<>(complaint, stream, command, sealed, OptionalLong.of(version), subject);
    }

    Change<C> sealing(SealedUnit unit) {
        return new Change<>(complaint, stream, command, List.of(unit), expected, subject);
    }
}
