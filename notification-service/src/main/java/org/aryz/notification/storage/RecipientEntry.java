package org.aryz.notification.storage;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aryz.notification.Severity;
import org.aryz.notification.application.Language;
import org.aryz.notification.application.Recipient;
import org.aryz.notification.application.Role;
import org.jspecify.annotations.Nullable;

/** One recipient as people write it. What is wrong with it is said by the name of the field, never by an address. */
record RecipientEntry(
        @Nullable String id,
        @Nullable String organisation,
        @Nullable String email,
        @Nullable String language,
        @Nullable String zone,
        @Nullable String role,
        @Nullable Set<String> jurisdictions,
        @Nullable Set<String> severities) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");
    private static final Pattern ORGANISATION = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern EMAIL = Pattern.compile("[^\\s<>@]+@[^\\s<>@]+");

    /** Throws {@link IllegalArgumentException} that names the field. */
    Recipient recipient() {
        return new Recipient(
                matching("id", id, ID),
                matching("organisation", organisation, ORGANISATION),
                matching("email", email, EMAIL),
                oneOf("language", language, Language.values(), Language::tag),
                zone(present("zone", zone)),
                role == null ? Role.CASE_WORKER : oneOf("role", role, Role.values(), Role::code),
                present("jurisdictions", jurisdictions),
                present("severities", severities).stream()
                        .map(code -> oneOf("severities", code, Severity.values(), Severity::code))
                        .collect(Collectors.toSet()));
    }

    private static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    private static String matching(String field, @Nullable String value, Pattern pattern) {
        var present = present(field, value);
        if (!pattern.matcher(present).matches()) {
            throw new IllegalArgumentException(field + " must match " + pattern);
        }
        return present;
    }

    private static <E> E oneOf(String field, @Nullable String code, E[] all, Function<E, String> codeOf) {
        return Arrays.stream(all)
                .filter(each -> codeOf.apply(each).equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(field + " must be of "
                        + List.of(all).stream().map(codeOf).collect(Collectors.joining(", "))));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("zone must be a name like Asia/Bishkek", e);
        }
    }
}
