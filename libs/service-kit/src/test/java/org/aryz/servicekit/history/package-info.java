/** That witnesses get what they should keep. */
@NullMarked
package org.aryz.servicekit.history;

import org.jspecify.annotations.NullMarked;
