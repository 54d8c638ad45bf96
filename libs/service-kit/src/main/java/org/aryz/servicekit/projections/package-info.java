/** How far read models have come, and building one anew. */
@NullMarked
package org.aryz.servicekit.projections;

import org.jspecify.annotations.NullMarked;
