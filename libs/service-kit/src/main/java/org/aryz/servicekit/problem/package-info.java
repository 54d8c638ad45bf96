/** Every refusal as a problem document (RFC 9457) that names the field. */
@NullMarked
package org.aryz.servicekit.problem;

import org.jspecify.annotations.NullMarked;
