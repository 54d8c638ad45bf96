/** Tests of how the demo reads its files and judges what it sees. */
@NullMarked
package org.aryz.standalone.demo;

import org.jspecify.annotations.NullMarked;
