/** How the model lies in the database: stored names of events, known complaints, the directory of authorities. */
@NullMarked
package org.aryz.referral.storage;

import org.jspecify.annotations.NullMarked;
