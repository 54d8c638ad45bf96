package org.aryz.deadline.law;

/** What a rule is about; only limitation can ever bar a complaint. */
public enum Matter {
    EVIDENCE,
    CUSTODY,
    HOUSE,
    PROCEDURE,
    LIMITATION,
    INTERNATIONAL
}
