package org.aryz.intake.application;

/**
 * A command that was done: now, or, if replayed, when the same request came first.
 *
 * @param json the answer as it is sent, word for word the one that is kept
 */
public record Done(Answer answer, String json, boolean replayed) {
    static Done replayed(String json) {
        return new Done(IntakeJson.read(json, Answer.class), json, true);
    }
}
