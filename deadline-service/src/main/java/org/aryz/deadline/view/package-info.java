/** Lists over all complaints, made from the log and read by nothing but queries. */
@NullMarked
package org.aryz.deadline.view;

import org.jspecify.annotations.NullMarked;
