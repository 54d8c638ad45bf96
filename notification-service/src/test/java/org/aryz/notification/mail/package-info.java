@NullMarked
package org.aryz.notification.mail;

import org.jspecify.annotations.NullMarked;
