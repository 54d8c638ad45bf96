@NullMarked
package org.aryz.servicekit.eventlog;

import org.jspecify.annotations.NullMarked;
