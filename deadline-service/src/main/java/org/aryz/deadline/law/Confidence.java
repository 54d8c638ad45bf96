package org.aryz.deadline.law;

/** How sure a rule is: the wording was read (A), a reliable text states it (B), general knowledge (C), practice or design (D). */
public enum Confidence {
    A,
    B,
    C,
    D;

    /** A rule that nobody verified may warn but never decide. */
    public boolean mayDecide() {
        return this == A || this == B;
    }
}
