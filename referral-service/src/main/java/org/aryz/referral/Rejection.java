package org.aryz.referral;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why the model refuses a command: because of one of its fields, or because of how things stand. */
public enum Rejection implements Code {
    NO_CONSENT,
    CONFLICT_OF_INTEREST,
    BODY_COMPLAINED_ABOUT,
    OTHER_JURISDICTION,
    COMPLAINT_CLOSED,
    ALREADY_SENT,
    NOT_SENT,
    ALREADY_REGISTERED,
    REGISTERED_BEFORE_SENT("/registeredAt"),
    UNKNOWN_DECISION,
    ALREADY_RECEIVED,
    RECEIVED_BEFORE_MADE("/received"),
    JUDGMENT_ALREADY_IN_FORCE,
    RECEIVED_BEFORE_OCCURRED("/receivedAt"),
    BEFORE_WHAT_IT_FOLLOWS("/occurredAt"),
    UNKNOWN_LETTER("/letter"),
    UNKNOWN_REMEDY("/remedy"),
    UNKNOWN_REFERRAL("/referral"),
    UNKNOWN_DECISION_AGAINST("/against"),
    UNKNOWN_SUSPECT("/suspect"),
    UNTIL_NOT_LATER("/until"),
    FROM_LATER("/from"),
    ALREADY_DELIVERED,
    ALREADY_ANSWERED,
    NO_EXAM_ORDERED,
    ALREADY_ABSCONDED,
    NOT_ABSCONDED,
    ALREADY_QUALIFIED,
    NOT_QUALIFIED,
    ALREADY_EXHAUSTED,
    NOT_FILED,
    STATE_NOT_ASKED;

    private final @Nullable String field;

    Rejection() {
        this(null);
    }

    Rejection(@Nullable String field) {
        this.field = field;
    }

    /** JSON pointer of the field that is refused. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }
}
