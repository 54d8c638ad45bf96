@NullMarked
package org.aryz.deadline.law;

import org.jspecify.annotations.NullMarked;
