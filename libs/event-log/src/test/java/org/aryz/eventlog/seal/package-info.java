/** What sealing promises. */
@NullMarked
package org.aryz.eventlog.seal;

import org.jspecify.annotations.NullMarked;
