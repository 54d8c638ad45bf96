/** The event log as beans of a service: made, started, watched and closed. */
@NullMarked
package org.aryz.servicekit.eventlog;

import org.jspecify.annotations.NullMarked;
