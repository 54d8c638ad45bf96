@NullMarked
package org.aryz.notification.http;

import org.jspecify.annotations.NullMarked;
