package org.aryz.deadline;

import org.jspecify.annotations.Nullable;

/**
 * That a term runs, or ran, for one subject.
 *
 * @param subject the referral, decision or suspect with qualification that the deadline belongs to, or {@code complaint}
 * @param owner whom facts name that speak of it: the subject, of a qualified suspect the suspect alone
 * @param shadow runs for a milder offence than the one charged or presumed
 * @param replaced why another clock has taken its place, or null while it has not
 */
record Claim(String subject, String owner, Start start, boolean shadow, @Nullable String replaced) {
    static Claim of(String subject, Start start) {
        return new Claim(subject, subject, start, false, null);
    }
}
