package org.aryz.intake;

/** What the one who complains is to the one who suffered. */
public enum Relation implements Code {
    SELF,
    RELATIVE,
    LAWYER,
    THIRD_PARTY
}
