@NullMarked
package org.aryz.notification.application;

import org.jspecify.annotations.NullMarked;
