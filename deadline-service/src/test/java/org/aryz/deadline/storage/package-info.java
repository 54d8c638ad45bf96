@NullMarked
package org.aryz.deadline.storage;

import org.jspecify.annotations.NullMarked;
