package org.aryz.servicekit.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The table of who may do what: {@code permissions.csv} of the service, with the columns operation, roles (separated by spaces)
 * and objects (none, own or shared). An operation may have several rows. What has no row nobody may do.
 */
public final class Permissions {

    private static final String FILE = "permissions.csv";
    private static final String HEADER = "operation,roles,objects";

    private final Map<String, List<Row>> rows;

    private Permissions(Map<String, List<Row>> rows) {
        this.rows = rows;
    }

    /** Reads the table of the service that runs. */
    public static Permissions ofThisService() {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the service has no " + FILE);
            }
            return parse(new String(file.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Permissions parse(String csv) {
        List<String> lines = csv.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new IllegalStateException(FILE + " must begin with: " + HEADER);
        }
        return new Permissions(lines.stream().skip(1).map(Row::parse).collect(Collectors.groupingBy(Row::operation)));
    }

    /** Which objects these roles reach by this operation; empty if they may not do it at all. */
    public Optional<ObjectRule> ruleFor(String operation, Set<String> roles) {
        return rows.getOrDefault(operation, List.of()).stream()
                .filter(row -> row.roles.stream().anyMatch(roles::contains))
                .map(Row::objects)
                .reduce(ObjectRule::wider);
    }

    private record Row(String operation, Set<String> roles, ObjectRule objects) {
        static Row parse(String line) {
            String[] cell = line.split(",", -1);
            if (cell.length != 3) {
                throw new IllegalStateException(FILE + " has a row that is not " + HEADER + ": " + line);
            }
            return new Row(cell[0].strip(), Set.of(cell[1].strip().split(" +")), ObjectRule.parse(cell[2].strip()));
        }
    }
}
