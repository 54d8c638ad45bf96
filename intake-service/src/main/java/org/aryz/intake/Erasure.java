package org.aryz.intake;

import java.util.List;
import org.aryz.intake.ComplaintCommand.ErasePersonalData;
import org.aryz.intake.ComplaintCommand.LiftLegalHold;
import org.aryz.intake.ComplaintCommand.RedactTexts;
import org.aryz.intake.ComplaintCommand.SetLegalHold;
import org.aryz.intake.ComplaintEvent.ComplaintAmended;
import org.aryz.intake.ComplaintEvent.LegalHoldLifted;
import org.aryz.intake.ComplaintEvent.LegalHoldSet;
import org.aryz.intake.ComplaintEvent.PersonalDataErased;

/** What is decided about keeping and erasing what is held of persons. */
final class Erasure {
    private Erasure() {}

    static ComplaintEvent decide(SetLegalHold set, Holdings held) {
        if (held.onLegalHold()) {
            throw new RejectedCommand("legal-hold", "The complaint is on legal hold already.");
        }
        return new LegalHoldSet(set.reason(), set.note());
    }

    static ComplaintEvent decide(LiftLegalHold lift, Holdings held) {
        if (!held.onLegalHold()) {
            throw new RejectedCommand("no-legal-hold", "The complaint is not on legal hold.");
        }
        return new LegalHoldLifted(lift.note());
    }

    static ComplaintEvent decide(RedactTexts redact) {
        var fields =
                redact.note() == null ? List.of(Holdings.Kind.NARRATIVE) : List.of(Holdings.Kind.NARRATIVE, "notes");
        return new ComplaintAmended(fields, redact.of().stream().sorted().toList(), redact.narrative(), redact.note());
    }

    /** @param dutiesOpen whether the case is not closed, so that somebody may still have to do something with the data */
    static ComplaintEvent decide(ErasePersonalData erase, Holdings held, boolean dutiesOpen) {
        if (held.onLegalHold()) {
            throw new RejectedCommand("legal-hold", "The complaint is on legal hold: nothing of it may be erased.");
        }
        if (held.needsRedactionOf(erase.of())) {
            throw new RejectedCommand(
                    "redaction-required", "Texts may speak of the person; record first what of them remains.");
        }
        var going = held.goingWith(erase.of());
        if (going.units().isEmpty()) {
            throw new RejectedCommand("nothing-held", "Nothing is held of the person.");
        }
        if (dutiesOpen && erase.override() == null) {
            throw new RejectedCommand(
                    "duties-open", "The complaint is not closed; a coordinator must say why it is done all the same.");
        }
        return new PersonalDataErased(
                erase.of().stream().sorted().toList(),
                erase.askedBy(),
                erase.reason(),
                going.kinds(),
                going.units(),
                erase.override(),
                erase.override() == null ? null : erase.by(),
                erase.note());
    }
}
