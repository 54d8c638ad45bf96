@NullMarked
package org.aryz.deadline.http;

import org.jspecify.annotations.NullMarked;
