@NullMarked
package org.aryz.deadline.messaging;

import org.jspecify.annotations.NullMarked;
