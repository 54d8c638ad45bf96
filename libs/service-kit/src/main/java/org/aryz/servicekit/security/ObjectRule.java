package org.aryz.servicekit.security;

import java.util.Collection;
import java.util.Locale;

/** Which objects an operation may touch, from none to most. */
public enum ObjectRule {
    /** The operation is about no complaint. */
    NONE,
    /** What the caller's organisation owns. */
    OWN,
    /** What the caller's organisation owns or is shared with it. */
    SHARED;

    static ObjectRule parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    boolean allows(String organisation, String owner, Collection<String> sharedWith) {
        return switch (this) {
            case NONE -> false;
            case OWN -> organisation.equals(owner);
            case SHARED -> organisation.equals(owner) || sharedWith.contains(organisation);
        };
    }

    ObjectRule wider(ObjectRule other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
