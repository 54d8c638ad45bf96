/** The HTTP API: see alerts, take note of one. */
@NullMarked
package org.aryz.notification.http;

import org.jspecify.annotations.NullMarked;
