/** Stored names and forms of the events of complaints. */
@NullMarked
package org.aryz.intake.storage;

import org.jspecify.annotations.NullMarked;
