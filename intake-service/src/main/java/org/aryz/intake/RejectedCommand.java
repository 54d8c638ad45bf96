package org.aryz.intake;

import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A command that can't be done in the state the complaint is in; the reason is a code, never personal. */
public final class RejectedCommand extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final @Nullable String pointer;

    public RejectedCommand(String reason, String message) {
        this(null, reason, message);
    }

    private RejectedCommand(@Nullable String pointer, String reason, String message) {
        super(message);
        this.reason = reason;
        this.pointer = pointer;
    }

    /** A command that can't be done in any state, because of one of its fields, named by its JSON pointer. */
    static RejectedCommand at(String pointer, String reason, String message) {
        return new RejectedCommand(pointer, reason, message);
    }

    public Optional<String> pointer() {
        return Optional.ofNullable(pointer);
    }

    public String reason() {
        return reason;
    }
}
