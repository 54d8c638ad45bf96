@NullMarked
package org.aryz.intake;

import org.jspecify.annotations.NullMarked;
