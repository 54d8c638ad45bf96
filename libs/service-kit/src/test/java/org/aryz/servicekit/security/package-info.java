/** What security decides without a server. */
@NullMarked
package org.aryz.servicekit.security;

import org.jspecify.annotations.NullMarked;
