/** Real PostgreSQL and real Kafka for tests. */
@NullMarked
package org.aryz.testplatform;

import org.jspecify.annotations.NullMarked;
