/** The chain, the tree and the checkpoints, tested. */
@NullMarked
package org.aryz.eventlog.chain;

import org.jspecify.annotations.NullMarked;
