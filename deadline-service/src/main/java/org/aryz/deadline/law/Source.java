package org.aryz.deadline.law;

import org.jspecify.annotations.Nullable;

/** Where a rule comes from and how far it can be trusted. */
public record Source(String basis, Confidence confidence, String caution, @Nullable SignOff signOff) {}
