/** The HTTP interface of intake. */
@NullMarked
package org.aryz.intake.http;

import org.jspecify.annotations.NullMarked;
