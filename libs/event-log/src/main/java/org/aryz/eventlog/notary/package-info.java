/** Lets the tree over the log grow, signs what it was, tells witnesses, and proves from it. */
@NullMarked
package org.aryz.eventlog.notary;

import org.jspecify.annotations.NullMarked;
