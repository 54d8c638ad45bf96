package org.aryz.notification.view;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are asked for.
 *
 * @param organisation who asks
 * @param before only alerts raised before the one at this position
 */
public record AlertQuery(
        String organisation, @Nullable UUID complaint, @Nullable String state, @Nullable Long before, int rows) {}
