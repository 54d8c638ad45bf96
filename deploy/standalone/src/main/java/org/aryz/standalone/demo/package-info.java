/** The demonstration: hands in complaints as a partner would, plays the staff, and checks what becomes of them. */
@NullMarked
package org.aryz.standalone.demo;

import org.jspecify.annotations.NullMarked;
