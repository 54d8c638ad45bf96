package org.aryz.referral;

import org.jspecify.annotations.Nullable;

/** What deciding on an addressee needs of an alleged act: where it was, and whose people are accused. */
public record Allegation(@Nullable String region, @Nullable String agency) {
    private static final String PROSECUTOR = "prosecutor";

    boolean accusesProsecutors() {
        return PROSECUTOR.equals(agency);
    }
}
