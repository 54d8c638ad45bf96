package org.aryz.referral;

/** How a referral went to the authority; decides what proves its dispatch. */
public enum Channel implements Code {
    POST,
    COURIER,
    E_MAIL,
    PORTAL,
    BY_HAND
}
