package org.aryz.servicekit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How large a body may be: small everywhere but on the few paths where a service takes many things at once. */
@Singleton
final class BodyLimits {

    private final long ordinary;
    private final long largest;
    private final Set<String> largePaths;

    BodyLimits(
            @ConfigProperty(name = "aryz.body-limit") MemorySize ordinary,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest,
            @ConfigProperty(name = "aryz.large-body-paths") Optional<List<String>> largePaths) {
        this.ordinary = ordinary.asLongValue();
        this.largest = largest.asLongValue();
        this.largePaths = Set.copyOf(largePaths.orElse(List.of()));
    }

    /** In bytes. */
    long of(String path) {
        return largePaths.contains(path) ? largest : Math.min(ordinary, largest);
    }
}
