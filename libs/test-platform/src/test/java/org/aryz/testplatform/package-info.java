/** The servers under test, tested. */
@NullMarked
package org.aryz.testplatform;

import org.jspecify.annotations.NullMarked;
