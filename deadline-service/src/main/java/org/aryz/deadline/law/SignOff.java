package org.aryz.deadline.law;

import java.time.LocalDate;

/** Counsel's word that a version of a rule is right: who, when, and on reading which text. */
public record SignOff(String rule, int version, String by, LocalDate on, String text, boolean fictional) {}
