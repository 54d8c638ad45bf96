@NullMarked
package org.aryz.deadline.view;

import org.jspecify.annotations.NullMarked;
