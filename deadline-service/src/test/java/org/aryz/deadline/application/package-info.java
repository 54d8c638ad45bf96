@NullMarked
package org.aryz.deadline.application;

import org.jspecify.annotations.NullMarked;
