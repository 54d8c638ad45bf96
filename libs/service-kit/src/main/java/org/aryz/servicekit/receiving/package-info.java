/** What operators see and do about events that a service could not take in. */
@NullMarked
package org.aryz.servicekit.receiving;

import org.jspecify.annotations.NullMarked;
