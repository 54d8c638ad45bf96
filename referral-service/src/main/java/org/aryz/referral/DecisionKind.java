package org.aryz.referral;

/** What an authority decided about a referral. */
public enum DecisionKind implements Code {
    OPENED,
    REFUSED,
    SUSPENDED,
    RESUMED,
    TERMINATED,
    TRANSFERRED,
    EXTENDED
}
