@NullMarked
package org.aryz.notification;

import org.jspecify.annotations.NullMarked;
