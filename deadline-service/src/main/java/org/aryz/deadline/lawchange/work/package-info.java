/** The work that a change of law brings: its dry run, and deciding anew on every complaint that it touches. */
@NullMarked
package org.aryz.deadline.lawchange.work;

import org.jspecify.annotations.NullMarked;
