package org.aryz.referral.application;

/** A change is stored; {@code replayed} tells that an earlier, equal request did it. */
public record Done(Answer answer, boolean replayed) {}
