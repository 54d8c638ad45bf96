package org.aryz.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonalDataTest {

    private final PersonalData people = PersonalData.ofTheDemo();

    @Test
    void aNameOrANoteInATextIsFound() {
        assertThat(people.in("Dear Fictional Bakyt Examplov, see FICTIONAL-2001"))
                .containsExactlyInAnyOrder("Fictional Bakyt Examplov", "FICTIONAL-2001");
    }

    @Test
    void aCaseNumberGivesNobodyAway() {
        assertThat(people.in("KG-2026-7F3K9Q2M8X: EV-MED-24H is due")).isEmpty();
    }
}
