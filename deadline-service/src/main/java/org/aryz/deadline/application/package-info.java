/** Takes facts in, decides, appends; arms what the hour alone will bring. */
@NullMarked
package org.aryz.deadline.application;

import org.jspecify.annotations.NullMarked;
