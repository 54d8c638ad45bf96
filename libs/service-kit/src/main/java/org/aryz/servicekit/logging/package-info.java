/** One id through logs, answers and events. */
@NullMarked
package org.aryz.servicekit.logging;

import org.jspecify.annotations.NullMarked;
