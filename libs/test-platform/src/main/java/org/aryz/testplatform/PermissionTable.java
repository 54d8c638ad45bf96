package org.aryz.testplatform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The service's {@code permissions.csv}, read by other code than the one under test. */
record PermissionTable(List<String[]> rows) {

    static PermissionTable ofTheService() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream file = Objects.requireNonNull(loader.getResourceAsStream("permissions.csv"))) {
            return new PermissionTable(new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(",", -1))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> operations() {
        return rows.stream().map(row -> row[0]).collect(Collectors.toSet());
    }

    boolean admits(String operation, String role) {
        return rowsOf(operation, role).findAny().isPresent();
    }

    boolean reachesObjects(String operation, String role) {
        return rowsOf(operation, role).anyMatch(row -> !row[2].strip().equals("none"));
    }

    private Stream<String[]> rowsOf(String operation, String role) {
        return rows.stream()
                .filter(row -> row[0].equals(operation))
                .filter(row -> List.of(row[1].strip().split(" +", -1)).contains(role));
    }
}
