package org.aryz.referral;

/** What kind of body an authority is; decides whether it may be too near to the accused. */
public enum AuthorityKind implements Code {
    PROSECUTOR_GENERAL,
    LOCAL_PROSECUTOR,
    MILITARY_PROSECUTOR,
    PREVENTIVE_MECHANISM,
    OMBUDSMAN,
    HEALTH_MINISTRY
}
