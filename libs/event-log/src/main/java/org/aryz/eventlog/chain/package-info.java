/**
 * What makes the history tamper-evident: the chain of each stream, the Merkle tree over the whole log (RFC 6962) and the
 * signed checkpoints of it. docs/history.md describes each form byte by byte.
 */
@NullMarked
package org.aryz.eventlog.chain;

import org.jspecify.annotations.NullMarked;
