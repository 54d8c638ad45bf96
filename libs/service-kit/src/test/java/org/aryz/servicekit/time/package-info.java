@NullMarked
package org.aryz.servicekit.time;

import org.jspecify.annotations.NullMarked;
