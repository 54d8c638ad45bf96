/** The HTTP API: the deadlines of a complaint with the way on which they were found, and the rules. */
@NullMarked
package org.aryz.deadline.http;

import org.jspecify.annotations.NullMarked;
