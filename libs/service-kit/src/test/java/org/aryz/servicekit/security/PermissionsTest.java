package org.aryz.servicekit.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PermissionsTest {

    private final Permissions permissions = Permissions.parse(
            """
            operation,roles,objects
            read,partner,own
            read,lawyer auditor,shared
            """);

    @Test
    void theWidestRowOfTheCallersRolesCounts() {
        assertEquals(Optional.of(ObjectRule.OWN), permissions.ruleFor("read", Set.of("partner")));
        assertEquals(Optional.of(ObjectRule.SHARED), permissions.ruleFor("read", Set.of("partner", "auditor")));
    }

    @Test
    void whatHasNoRowIsAllowedToNobody() {
        assertEquals(Optional.empty(), permissions.ruleFor("read", Set.of("operator")));
        assertEquals(Optional.empty(), permissions.ruleFor("write", Set.of("partner")));
    }

    @Test
    void aTableOfAnotherFormIsRefused() {
        assertThrows(IllegalStateException.class, () -> Permissions.parse("read,partner,own"));
        assertThrows(IllegalStateException.class, () -> Permissions.parse("operation,roles,objects\nread,partner"));
        assertThrows(
                IllegalArgumentException.class, () -> Permissions.parse("operation,roles,objects\na,b,everything"));
    }

    @Test
    void ownReachesTheOwnerSharedAlsoThoseItIsSharedWith() {
        assertTrue(ObjectRule.OWN.allows("a", "a", List.of()));
        assertFalse(ObjectRule.OWN.allows("b", "a", List.of("b")));
        assertTrue(ObjectRule.SHARED.allows("b", "a", List.of("b")));
        assertFalse(ObjectRule.SHARED.allows("c", "a", List.of("b")));
        assertFalse(ObjectRule.NONE.allows("a", "a", List.of("a")));
    }
}
