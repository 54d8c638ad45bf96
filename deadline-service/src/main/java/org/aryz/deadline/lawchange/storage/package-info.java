/** How the history of the law and the work on its changes look in the database. */
@NullMarked
package org.aryz.deadline.lawchange.storage;

import org.jspecify.annotations.NullMarked;
