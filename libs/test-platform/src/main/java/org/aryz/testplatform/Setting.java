package org.aryz.testplatform;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Settings of the tests: from a system property, else from the environment ({@code aryz.test.kafka}, {@code ARYZ_TEST_KAFKA}). */
final class Setting {

    private Setting() {}

    static Optional<String> of(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() ->
                        Optional.ofNullable(System.getenv(name.replace('.', '_').toUpperCase(Locale.ROOT))))
                .filter(value -> !value.isBlank());
    }

    /**
     * The value that the whole JVM shares. Quarkus loads the classes of tests several times, so a static field would start a server
     * per class loader; a system property exists once.
     */
    static String sharedByTheJvm(String name, Supplier<String> first) {
        synchronized (System.getProperties()) {
            String value = System.getProperty(name);
            if (value == null) {
                value = first.get();
                System.setProperty(name, value);
            }
            return value;
        }
    }
}
