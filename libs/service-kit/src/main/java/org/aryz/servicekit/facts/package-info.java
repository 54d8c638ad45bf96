/** Facts of one family as JSON and in OpenAPI: what the record of a fact says once is asked for, stored and told. */
@NullMarked
package org.aryz.servicekit.facts;

import org.jspecify.annotations.NullMarked;
