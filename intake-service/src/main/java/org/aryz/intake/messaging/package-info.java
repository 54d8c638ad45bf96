/** What other services hear of complaints. */
@NullMarked
package org.aryz.intake.messaging;

import org.jspecify.annotations.NullMarked;
