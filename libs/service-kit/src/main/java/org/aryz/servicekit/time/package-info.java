/** The time of the database, which all replicas share. */
@NullMarked
package org.aryz.servicekit.time;

import org.jspecify.annotations.NullMarked;
