package org.aryz.deadline.law;

/** What is said again every so many days after the end, until somebody acts. */
public record Repetition(int days, Severity severity, String audience) {}
