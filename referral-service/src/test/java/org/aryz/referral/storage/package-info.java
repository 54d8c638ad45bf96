/** Tests of the package storage. */
@NullMarked
package org.aryz.referral.storage;

import org.jspecify.annotations.NullMarked;
