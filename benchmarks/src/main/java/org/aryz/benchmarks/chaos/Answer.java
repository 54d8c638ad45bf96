package org.aryz.benchmarks.chaos;

import java.util.UUID;

/** What came of handing a command in. */
sealed interface Answer {
    /** It is done: the stream has this version at least, for ever. */
    record Acknowledged(UUID stream, long version) implements Answer {}

    /** It is not known to be done, and the answer says clearly to come again. */
    record Unavailable() implements Answer {}

    /** There was nobody, or the connection broke. */
    record Cut() implements Answer {}

    /** Neither success nor a clear word to come again: never right. */
    record Unclear(String what) implements Answer {}
}
