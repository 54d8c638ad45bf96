package org.aryz.intake.http;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.aryz.intake.ComplaintCommand.RecordConsent;
import org.aryz.intake.Consent;
import org.aryz.intake.ConsentDecision;
import org.aryz.intake.ConsentUse;
import org.aryz.intake.application.Change;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A decision about one use, as it is told. */
@Schema(name = "NewConsent", requiredProperties = "use")
public record ConsentBody(
        @Nullable ConsentUse use,
        @Schema(description = "given if absent") @Nullable ConsentDecision decision,
        @Schema(description = "to whom it may be referred; none means any") @Nullable
                List<@Nullable String> authorities,
        @Schema(description = "with whom it may be shared") @Nullable List<@Nullable String> organisations)
        implements StepBody {

    @Override
    public void check(Checks checks) {
        check(checks, "");
    }

    @Override
    public Change toChange(String actor) {
        return Change.to(new RecordConsent(toConsent()));
    }

    void check(Checks checks, String at) {
        checks.codes(at + "/authorities", listed(authorities));
        checks.codes(at + "/organisations", listed(organisations));
        if (!checks.present(at + "/use", use)) {
            return;
        }
        var withdrawn = decided() == ConsentDecision.WITHDRAWN;
        checks.that(
                listed(authorities).isEmpty() || (use == ConsentUse.REFER && !withdrawn),
                at + "/authorities",
                "out-of-place",
                "Authorities belong to a consent to refer that is not withdrawn");
        checks.that(
                listed(organisations).isEmpty() || (use == ConsentUse.SHARE && !withdrawn),
                at + "/organisations",
                "out-of-place",
                "Organisations belong to a consent to share that is not withdrawn");
        checks.that(
                use != ConsentUse.SHARE || withdrawn || !listed(organisations).isEmpty(),
                at + "/organisations",
                "not-empty",
                "Sharing needs to name with whom");
        checkLimited(checks, at);
    }

    private void checkLimited(Checks checks, String at) {
        if (decided() != ConsentDecision.LIMITED) {
            return;
        }
        checks.that(use != ConsentUse.STATISTICS, at + "/decision", "out-of-place", "Statistics can't be limited");
        checks.that(
                use != ConsentUse.REFER || !listed(authorities).isEmpty(),
                at + "/authorities",
                "not-empty",
                "A limited consent names what remains");
    }

    /** The consent; only after {@link #check} found nothing wrong. */
    Consent toConsent() {
        return new Consent(requireNonNull(use), decided(), named(authorities), named(organisations));
    }

    private ConsentDecision decided() {
        return requireNonNullElse(decision, ConsentDecision.GIVEN);
    }

    private static List<@Nullable String> listed(@Nullable List<@Nullable String> list) {
        return requireNonNullElse(list, List.of());
    }

    private static List<String> named(@Nullable List<@Nullable String> list) {
        return listed(list).stream()
                .map(code -> requireNonNull(code))
                .distinct()
                .toList();
    }
}
