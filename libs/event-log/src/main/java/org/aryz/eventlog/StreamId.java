package org.aryz.eventlog;

import java.util.UUID;

/** Names one stream: the events of one thing, numbered from 1 without holes. */
public record StreamId(UUID value) {
    public static StreamId of(UUID value) {
        return new StreamId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
