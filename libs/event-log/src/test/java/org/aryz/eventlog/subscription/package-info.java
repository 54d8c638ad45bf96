/** What subscriptions promise. */
@NullMarked
package org.aryz.eventlog.subscription;

import org.jspecify.annotations.NullMarked;
