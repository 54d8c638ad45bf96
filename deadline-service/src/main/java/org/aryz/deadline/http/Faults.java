package org.aryz.deadline.http;

import java.util.ArrayList;
import java.util.List;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.Problem;
import org.aryz.servicekit.problem.Rejected;

/** Gathers what is wrong with one question, so that all of it is said at once. */
final class Faults {
    private final String root;
    private final List<FieldError> unreadable = new ArrayList<>();
    private final List<FieldError> unacceptable = new ArrayList<>();

    /** @param root the pointer to the question within the body */
    Faults(String root) {
        this.root = root;
    }

    /** A text that is not in the form asked for. */
    void unreadable(String pointer, String code, String detail) {
        unreadable.add(FieldError.at(root + pointer, code, detail));
    }

    /** A value that can be read and makes no sense here. */
    void unacceptable(String pointer, String code, String detail) {
        unacceptable.add(FieldError.at(root + pointer, code, detail));
    }

    void missing(String pointer) {
        unacceptable(pointer, "not-null", "must not be null");
    }

    /** Refuses the question if anything was wrong: by 400 where it cannot be read, else by 422. */
    void refuse() {
        if (!unreadable.isEmpty()) {
            throw new Rejected(Problem.of(400, "bad-body", "The body does not have the form asked for", unreadable));
        }
        if (!unacceptable.isEmpty()) {
            throw new Rejected(Problem.of(422, "invalid", "Some fields cannot be accepted", unacceptable));
        }
    }
}
