package org.aryz.intake;

import java.util.List;

/**
 * What a person decides about one use of the complaint.
 *
 * @param authorities to whom it may be referred; empty means any
 * @param organisations with whom it may be shared
 */
public record Consent(ConsentUse use, ConsentDecision decision, List<String> authorities, List<String> organisations) {
    public Consent {
        authorities = List.copyOf(authorities);
        organisations = List.copyOf(organisations);
    }
}
