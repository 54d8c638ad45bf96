@NullMarked
package org.aryz.notification.storage;

import org.jspecify.annotations.NullMarked;
