package org.aryz.referral;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A body that can act on a complaint.
 *
 * @param regions where a local prosecutor's office works (ISO 3166-2); empty for bodies of the whole country
 * @param names by language: en, ru, ky, kk
 */
public record Authority(
        AuthorityCode code,
        Jurisdiction jurisdiction,
        AuthorityKind kind,
        Set<String> regions,
        Map<String, String> names) {

    /** How near an authority is to those who are accused. */
    public enum Nearness {
        APART,
        /** A local prosecutor works daily with the police of the region. */
        NEIGHBOUR,
        ACCUSED
    }

    public Authority {
        regions = Set.copyOf(regions);
        names = Map.copyOf(names);
    }

    /** The nearest it comes to any of the allegations. */
    public Nearness nearnessTo(List<Allegation> allegations) {
        return allegations.stream()
                .map(this::nearnessTo)
                .max(Nearness::compareTo)
                .orElse(Nearness.APART);
    }

    private Nearness nearnessTo(Allegation allegation) {
        if (allegation.region() == null || !regions.contains(allegation.region())) {
            return Nearness.APART;
        }
        return allegation.accusesProsecutors() ? Nearness.ACCUSED : Nearness.NEIGHBOUR;
    }
}
