package org.aryz.intake.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aryz.intake.Complainant;
import org.aryz.intake.Person;
import org.aryz.intake.Representative;
import org.aryz.intake.Victim;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.Rejected;
import org.jspecify.annotations.Nullable;

/** Limits of personal fields. What is in them is nobody's business here; names are never parsed. */
final class PersonalChecks {
    static final int LONGEST_NARRATIVE = 20_000;
    static final int LONGEST_NOTE = 5_000;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CONTACT = 500;
    private static final int MOST_LANGUAGES = 10;
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private PersonalChecks() {}

    static void check(
            Checks checks,
            @Nullable Complainant complainant,
            @Nullable Victim victim,
            @Nullable Representative representative,
            @Nullable String narrative,
            Instant now) {
        if (complainant != null) {
            checkPerson(checks, "/complainant", complainant.name(), complainant.contact());
        }
        if (representative != null) {
            checkPerson(checks, "/representative", representative.name(), representative.contact());
        }
        if (victim != null) {
            checkPerson(checks, "/victim", victim.name(), victim.contact());
            checkBirthDate(checks, victim.birthDate(), now);
            checkLanguages(checks, Objects.requireNonNullElse(victim.languages(), List.of()));
        }
        checks.atMost(LONGEST_NARRATIVE, "/narrative", narrative);
    }

    static void checkPersons(Checks checks, @Nullable List<@Nullable Person> persons) {
        var listed = Objects.requireNonNullElse(persons, List.<@Nullable Person>of());
        checks.that(!listed.isEmpty(), "/of", "not-empty", "At least one person");
        for (var i = 0; i < listed.size(); i++) {
            checks.present("/of/" + i, listed.get(i));
        }
    }

    /** The persons; only after {@link #checkPersons} found nothing wrong. */
    static Set<Person> named(@Nullable List<@Nullable Person> persons) {
        return Objects.requireNonNull(persons).stream()
                .map(person -> Objects.requireNonNull(person))
                .collect(Collectors.toUnmodifiableSet());
    }

    static Person person(@Nullable String code) {
        return Stream.of(Person.values())
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Rejected.badRequest(
                        "bad-parameter",
                        "A parameter has an unknown code",
                        FieldError.ofParameter("of", "unknown-code", "One of complainant, victim, representative")));
    }

    static void checkNote(Checks checks, @Nullable String note) {
        checks.atMost(LONGEST_NOTE, "/note", note);
    }

    private static void checkPerson(Checks checks, String at, @Nullable String name, @Nullable String contact) {
        checks.atMost(LONGEST_NAME, at + "/name", name);
        checks.atMost(LONGEST_CONTACT, at + "/contact", contact);
    }

    private static void checkBirthDate(Checks checks, @Nullable LocalDate birthDate, Instant now) {
        if (birthDate != null) {
            // The first zone in which it is tomorrow: a birth is refused only where it lies ahead everywhere.
            var today = LocalDate.ofInstant(now, ZoneOffset.MAX);
            checks.that(!birthDate.isAfter(today), "/victim/birthDate", "in-the-future", "Nobody is born yet then");
            checks.that(!birthDate.isBefore(EARLIEST_BIRTH), "/victim/birthDate", "too-long-ago", "Not before 1900");
        }
    }

    private static void checkLanguages(Checks checks, List<@Nullable String> languages) {
        checks.size(MOST_LANGUAGES, "/victim/languages", languages);
        for (var i = 0; i < languages.size(); i++) {
            var language = languages.get(i);
            checks.that(
                    language != null && LANGUAGE.matcher(language).matches(),
                    "/victim/languages/" + i,
                    "pattern",
                    "A language by ISO 639");
        }
    }
}
