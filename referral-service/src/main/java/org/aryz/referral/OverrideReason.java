package org.aryz.referral;

/** Why a coordinator sends a referral that lacks consent or goes near the accused. */
public enum OverrideReason implements Code {
    DANGER_TO_LIFE,
    MINOR_ALONE,
    OTHER
}
