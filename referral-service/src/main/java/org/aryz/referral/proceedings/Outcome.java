package org.aryz.referral.proceedings;

import org.aryz.referral.Code;

/** How a court ended a case. */
public enum Outcome implements Code {
    CONVICTED,
    ACQUITTED,
    TERMINATED
}
