/** The notary and its witnesses, tested. */
@NullMarked
package org.aryz.eventlog.notary;

import org.jspecify.annotations.NullMarked;
