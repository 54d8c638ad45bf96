/** The list of alerts: a read model that follows the log. */
@NullMarked
package org.aryz.notification.view;

import org.jspecify.annotations.NullMarked;
