package org.aryz.eventlog;

/**
 * Makes a request that comes twice one request.
 *
 * @param scope who chose the key (an organisation): keys of different scopes never meet
 * @param key as the client sent it
 * @param requestHash keyed hash of the request, so that the same key with another request is noticed
 * @param answer what to answer again, without personal data
 */
public record Idempotency(String scope, String key, byte[] requestHash, String answer) {}
