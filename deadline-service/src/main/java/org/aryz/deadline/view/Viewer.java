package org.aryz.deadline.view;

/** Who looks: lists hold what the organisation owns and, where the operation reaches so far, what is shared with it. */
public record Viewer(String organisation, boolean reachesShared) {}
