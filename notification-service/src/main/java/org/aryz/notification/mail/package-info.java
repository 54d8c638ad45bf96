/** Telling people by e-mail, in their language. */
@NullMarked
package org.aryz.notification.mail;

import org.jspecify.annotations.NullMarked;
