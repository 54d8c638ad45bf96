/** What the OpenAPI documents of services say alike. */
@NullMarked
package org.aryz.servicekit.openapi;

import org.jspecify.annotations.NullMarked;
