package org.aryz.standalone;

/** Something the user can act on went wrong; the message is a sentence for them, no stack trace is shown. */
public final class StackFailure extends RuntimeException {

    public StackFailure(String message) {
        super(message);
    }

    public StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
