/** What runs out in the coming months, in forms that are of use when everything else is down. */
@NullMarked
package org.aryz.deadline.view.horizon;

import org.jspecify.annotations.NullMarked;
