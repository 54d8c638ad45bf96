package org.aryz.deadline.law;

/** Whose deadline it is: missing a duty of ours loses a right or evidence, an authority's miss gives us a right and a task. */
public enum Kind {
    DUTY,
    WATCH
}
