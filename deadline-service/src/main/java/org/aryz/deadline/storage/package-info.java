/** How the deadlines' history looks in the database. */
@NullMarked
package org.aryz.deadline.storage;

import org.jspecify.annotations.NullMarked;
