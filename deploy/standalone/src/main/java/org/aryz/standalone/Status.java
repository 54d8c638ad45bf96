package org.aryz.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What runs, how it is and what it takes. */
final class Status {

    private static final int LIMIT_IN_MEGABYTES = 4096;

    private final Settings settings;
    private final List<Part> parts;

    Status(Settings settings, List<Part> parts) {
        this.settings = settings;
        this.parts = parts;
    }

    /** A line per part, and the memory of all. */
    String table() {
        var table = new Table("part", "state", "since", "memory", "process", "address");
        var total = 0L;
        for (var part : parts) {
            var child = new Child(settings.home(), part.name());
            var process = child.process();
            var megabytes = process.map(Memory::megabytes).orElse(0L);
            total += megabytes;
            table.row(
                    part.name(),
                    process.isPresent()
                            ? (part.isReady() ? "ready" : "not ready")
                            : child.isRemembered() ? "died" : "stopped",
                    process.flatMap(one -> one.info().startInstant())
                            .map(Status::age)
                            .orElse("-"),
                    megabytes + " MB",
                    process.map(one -> Long.toString(one.pid())).orElse("-"),
                    part.address());
        }
        return table + "  memory of all: %d MB (meant to stay under %d MB)%n".formatted(total, LIMIT_IN_MEGABYTES);
    }

    boolean isAllReady() {
        return parts.stream()
                .allMatch(part ->
                        new Child(settings.home(), part.name()).process().isPresent() && part.isReady());
    }

    /** Where everything is and how to log in. */
    String welcome() {
        var addresses = new Table("what", "address");
        parts.forEach(part -> addresses.row(part.name(), part.address()));
        addresses.row("smtp", "localhost:" + settings.port(Port.SMTP));
        var logins = new Table("demo login", "who", "secret", "access token");
        Tokens.NAMES.forEach((name, who) -> logins.row(name, who, Tokens.secret(name), "./aryz token " + name));
        return "\n" + addresses + "\n" + logins;
    }

    private static String age(Instant start) {
        var age = Duration.between(start, Instant.now());
        return age.toHours() > 0
                ? age.toHours() + " h"
                : age.toMinutes() > 0 ? age.toMinutes() + " min" : age.toSeconds() + " s";
    }
}
