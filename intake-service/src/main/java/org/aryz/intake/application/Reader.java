package org.aryz.intake.application;

import org.aryz.intake.Dossier;

/**
 * For whom a complaint is read or changed.
 *
 * @param reachesShared whether this operation reaches what is shared with the organisation, or only its own
 */
public record Reader(String organisation, boolean reachesShared) {
    boolean mayTouch(Dossier dossier) {
        return dossier.organisation().equals(organisation)
                || (reachesShared && dossier.sharedWith().contains(organisation));
    }
}
