/** The proof that a service's history was not changed: checkpoints made, handed out and asked for. */
@NullMarked
package org.aryz.servicekit.history;

import org.jspecify.annotations.NullMarked;
