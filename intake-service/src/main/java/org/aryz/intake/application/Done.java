package org.aryz.intake.application;

/** A command that was done: now, or, if replayed, when the same request came first. */
public record Done(Answer answer, boolean replayed) {}
