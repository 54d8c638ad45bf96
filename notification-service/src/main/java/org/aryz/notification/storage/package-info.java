/** Alerts, the queue of deliveries and the list of recipients, as they are stored. */
@NullMarked
package org.aryz.notification.storage;

import org.jspecify.annotations.NullMarked;
