package org.aryz.intake;

/** Why a complaint was closed. */
public enum ClosureReason implements Code {
    JUDGMENT,
    UNFOUNDED,
    WITHDRAWN_FREE_WILL,
    DUPLICATE,
    OTHER
}
