/** The service as others meet it: over HTTP and Kafka, on a real database and a real broker. */
@NullMarked
package org.aryz.referral.http;

import org.jspecify.annotations.NullMarked;
