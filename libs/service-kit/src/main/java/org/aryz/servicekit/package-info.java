/** What every service needs alike. */
@NullMarked
package org.aryz.servicekit;

import org.jspecify.annotations.NullMarked;
