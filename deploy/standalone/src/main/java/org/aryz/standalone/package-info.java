/** The whole system on one machine: starts, watches and stops its servers as child processes. */
@NullMarked
package org.aryz.standalone;

import org.jspecify.annotations.NullMarked;
