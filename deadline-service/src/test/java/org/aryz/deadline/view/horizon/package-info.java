@NullMarked
package org.aryz.deadline.view.horizon;

import org.jspecify.annotations.NullMarked;
