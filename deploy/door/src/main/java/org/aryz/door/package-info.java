/** The door before the services of the containers: plain forwarding of connections, nothing of the domain. */
@NullMarked
package org.aryz.door;

import org.jspecify.annotations.NullMarked;
