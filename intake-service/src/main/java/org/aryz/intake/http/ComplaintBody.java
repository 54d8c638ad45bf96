package org.aryz.intake.http;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aryz.intake.Channel;
import org.aryz.intake.Complainant;
import org.aryz.intake.Flags;
import org.aryz.intake.Jurisdiction;
import org.aryz.intake.Representative;
import org.aryz.intake.Victim;
import org.aryz.intake.application.Submission;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A complaint as it is handed in. Who it speaks of may be left out: anonymous complaints are valid. */
@Schema(
        name = "NewComplaint",
        requiredProperties = {"channel", "jurisdiction", "allegations"})
public record ComplaintBody(
        @Nullable Channel channel,
        @Schema(enumeration = {"KG", "KZ", "TJ"}) @Nullable String jurisdiction,
        @Schema(description = "where its days are counted; by the jurisdiction if absent", examples = "Asia/Bishkek")
                @Nullable
                String zone,
        @Nullable List<@Nullable AllegationBody> allegations,
        @Nullable FlagsBody flags,
        @Nullable Complainant complainant,
        @Nullable Victim victim,
        @Nullable Representative representative,
        @Schema(maxLength = PersonalChecks.LONGEST_NARRATIVE) @Nullable String narrative,
        @Nullable List<@Nullable ConsentBody> consents) {
    private static final Pattern REGION_AND_PLACE = Pattern.compile("[A-Za-z]+/[A-Za-z_]+");
    private static final int MOST_ALLEGATIONS = 20;
    private static final int MOST_CONSENTS = 20;

    /** What was ticked; each is no if absent. */
    @Schema(name = "ToldFlags")
    public record FlagsBody(@Nullable Boolean minor, @Nullable Boolean inCustody, @Nullable Boolean threatened) {
        Flags told() {
            return Flags.told(yes(minor), yes(inCustody), yes(threatened));
        }

        private static boolean yes(@Nullable Boolean ticked) {
            return Boolean.TRUE.equals(ticked);
        }
    }

    /** The submission, or a refusal that names every field that can't be accepted. */
    Submission toSubmission(Instant now) {
        var checks = new Checks();
        checks.present("/channel", channel);
        var law = law();
        if (checks.present("/jurisdiction", jurisdiction)) {
            checks.known(law != null, "/jurisdiction", "One of KG, KZ, TJ");
        }
        var counted = zone(requireNonNullElse(law, Jurisdiction.KG));
        checks.known(counted != null, "/zone", "A time zone such as Asia/Bishkek");
        checkLists(checks, requireNonNullElse(counted, Jurisdiction.KG.zone()), now);
        PersonalChecks.check(checks, complainant, victim, representative, narrative, now);
        checks.passed();
        return submission(requireNonNull(law), requireNonNull(counted));
    }

    private void checkLists(Checks checks, ZoneId counted, Instant now) {
        if (checks.present("/allegations", allegations)) {
            checks.that(!listed(allegations).isEmpty(), "/allegations", "not-empty", "At least one allegation");
        }
        checks.size(MOST_ALLEGATIONS, "/allegations", allegations);
        checks.size(MOST_CONSENTS, "/consents", consents);
        for (var i = 0; i < listed(allegations).size(); i++) {
            var at = "/allegations/" + i;
            var allegation = listed(allegations).get(i);
            if (checks.present(at, allegation)) {
                requireNonNull(allegation).check(checks, at, counted, now);
            }
        }
        for (var i = 0; i < listed(consents).size(); i++) {
            var at = "/consents/" + i;
            var consent = listed(consents).get(i);
            if (checks.present(at, consent)) {
                requireNonNull(consent).check(checks, at);
            }
        }
    }

    private Submission submission(Jurisdiction law, ZoneId counted) {
        return new Submission(
                requireNonNull(channel),
                law,
                counted,
                listed(allegations).stream()
                        .map(allegation -> requireNonNull(allegation).toAllegation())
                        .toList(),
                flags == null ? Flags.told(false, false, false) : flags.told(),
                complainant,
                victim,
                representative,
                narrative,
                listed(consents).stream()
                        .map(consent -> requireNonNull(consent).toConsent())
                        .toList());
    }

    private @Nullable Jurisdiction law() {
        return Stream.of(Jurisdiction.values())
                .filter(known -> known.name().equals(jurisdiction))
                .findFirst()
                .orElse(null);
    }

    private @Nullable ZoneId zone(Jurisdiction law) {
        if (zone == null) {
            return law.zone();
        }
        try {
            var known = ZoneId.of(zone);
            return REGION_AND_PLACE.matcher(zone).matches() ? known : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static <T> List<@Nullable T> listed(@Nullable List<@Nullable T> list) {
        return requireNonNullElse(list, List.of());
    }
}
