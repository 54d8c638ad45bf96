package org.aryz.intake;

import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What every event about a complaint says of it: its case number, whose law applies, whose it is, who may see it.
 *
 * @param reference case number
 * @param organisation owner
 * @param sharedFromStart who sees every complaint of this deployment
 * @param sharedByConsent whom the person agreed to share it with
 */
public record Dossier(
        String reference,
        Jurisdiction jurisdiction,
        ZoneId zone,
        String organisation,
        List<String> sharedFromStart,
        List<String> sharedByConsent) {

    public Dossier {
        sharedFromStart = List.copyOf(sharedFromStart);
        sharedByConsent = List.copyOf(sharedByConsent);
    }

    public static Dossier opened(
            String reference,
            Jurisdiction jurisdiction,
            ZoneId zone,
            String organisation,
            List<String> sharedFromStart) {
        return new Dossier(reference, jurisdiction, zone, organisation, sharedFromStart, List.of());
    }

    /** Organisations that may see the complaint beside its owner. */
    public List<String> sharedWith() {
        return sharedByConsent.isEmpty() ? sharedFromStart : union(sharedFromStart, sharedByConsent);
    }

    Dossier sharedAlsoWith(List<String> organisations) {
        return sharedByConsentWith(union(sharedByConsent, organisations));
    }

    Dossier sharedByConsentWith(List<String> organisations) {
        return new Dossier(reference, jurisdiction, zone, organisation, sharedFromStart, organisations);
    }

    private static List<String> union(List<String> some, List<String> more) {
        var all = new LinkedHashSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
