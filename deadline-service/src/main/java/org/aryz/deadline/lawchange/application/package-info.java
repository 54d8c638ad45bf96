/** What people may ask of the law in use. */
@NullMarked
package org.aryz.deadline.lawchange.application;

import org.jspecify.annotations.NullMarked;
