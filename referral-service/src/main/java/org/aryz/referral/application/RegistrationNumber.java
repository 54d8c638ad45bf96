package org.aryz.referral.application;

/** What a reader learns of the number an authority gave. */
public sealed interface RegistrationNumber {
    /** There is none, or this reader may not know it. */
    record NotShown() implements RegistrationNumber {}

    /** As the authority wrote it. */
    record Shown(String text) implements RegistrationNumber {}

    /** Its key was destroyed. */
    record Erased() implements RegistrationNumber {}
}
