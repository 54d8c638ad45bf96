@NullMarked
package org.aryz.notification.messaging;

import org.jspecify.annotations.NullMarked;
