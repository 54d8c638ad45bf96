@NullMarked
package org.aryz.servicekit.facts;

import org.jspecify.annotations.NullMarked;
