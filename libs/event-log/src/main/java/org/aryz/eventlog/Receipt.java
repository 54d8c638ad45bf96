package org.aryz.eventlog;

import org.jspecify.annotations.Nullable;

/**
 * Place of an incoming event in its source. The log keeps the highest sequence taken in of each source, so an event
 * acts once and a hole is seen.
 *
 * @param source a stream of another service: {@code /{service}/{log id}/{stream id}}
 * @param sequence from 1 without holes
 * @param lane what it stands in line with, also with events of other sources: where an earlier one is parked, it waits;
 *     null if it waits for its source alone
 */
public record Receipt(String source, long sequence, @Nullable String lane) {
    public Receipt(String source, long sequence) {
        this(source, sequence, null);
    }
}
