package org.aryz.eventlog;

/**
 * Place of an incoming event in its source. The log keeps the highest sequence taken in of each source, so an event
 * acts once and a hole is seen.
 *
 * @param source a stream of another service: {@code /{service}/{log id}/{stream id}}
 * @param sequence from 1 without holes
 */
public record Receipt(String source, long sequence) {}
