/** Use cases of the referral service: load, decide, append, answer. Knows the model and the libraries only. */
@NullMarked
package org.aryz.referral.application;

import org.jspecify.annotations.NullMarked;
