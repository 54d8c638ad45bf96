/** What the service does: tells people of alerts, records how it went, takes note of who has seen them. */
@NullMarked
package org.aryz.notification.application;

import org.jspecify.annotations.NullMarked;
