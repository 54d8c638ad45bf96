package org.aryz.intake;

/** The sort of place where an act happened; never an address. */
public enum PlaceType implements Code {
    STREET,
    POLICE_STATION,
    TEMPORARY_DETENTION,
    PRE_TRIAL_DETENTION,
    SECURITY_SERVICE_DETENTION,
    PENAL_COLONY,
    PRISON_HOSPITAL,
    PSYCHIATRIC_INSTITUTION,
    CHILDRENS_INSTITUTION,
    ARMY_UNIT,
    BORDER_POST,
    COURT,
    OTHER
}
