@NullMarked
package org.aryz.intake.storage;

import org.jspecify.annotations.NullMarked;
