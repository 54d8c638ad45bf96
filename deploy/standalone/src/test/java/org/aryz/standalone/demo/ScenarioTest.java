package org.aryz.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScenarioTest {

    private static final Path FOLDER = Path.of("src/main/resources/demo");

    @Test
    void thereAreAtLeastTwelveComplaintsAndEachExpectsSomething() {
        assertThat(Scenario.all()).hasSizeGreaterThanOrEqualTo(12).allSatisfy(scenario -> {
            assertThat(scenario.title()).isNotBlank();
            assertThat(scenario.expect().deadlines()).isNotEmpty();
        });
    }

    @Test
    void everyFileIsInTheList() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.filter(file -> !file.endsWith("scenarios.json")))
                    .hasSize(Scenario.all().size());
        }
    }

    @Test
    void exactlyOneComplaintMustEndAsExpired() {
        assertThat(Scenario.all())
                .filteredOn(scenario -> scenario.expect().expired())
                .hasSize(1);
    }

    /** Every name says that nobody is meant. */
    @Test
    void nobodyInTheFilesIsReal() {
        assertThat(Scenario.all()).allSatisfy(scenario -> scenario.complaint()
                .findValues("name")
                .forEach(name -> assertThat(name.asText()).startsWith("Fictional ")));
    }
}
