package org.aryz.referral.proceedings;

import org.aryz.referral.Code;

/** Who sent a case to court. */
public enum SentToCourtBy implements Code {
    PROSECUTOR,
    INVESTIGATOR,
    JUDGE
}
