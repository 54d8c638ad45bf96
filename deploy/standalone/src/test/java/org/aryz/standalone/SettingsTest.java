package org.aryz.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path project;

    @Test
    void withoutAnyWordThePortsAreTheUsualOnes() {
        assertThat(Settings.of(project, Map.of()).url(Port.INTAKE)).isEqualTo("http://localhost:8081");
        assertThat(Settings.of(project, Map.of()).home()).isEqualTo(project.resolve(".aryz"));
    }

    @Test
    void thePortsOfTheLastStartAreFoundAgain() {
        Settings.of(project, Map.of("ARYZ_INTAKE_PORT", "18081")).save();

        assertThat(Settings.of(project, Map.of()).port(Port.INTAKE)).isEqualTo(18081);
        assertThat(Settings.of(project, Map.of("ARYZ_INTAKE_PORT", "9000")).port(Port.INTAKE))
                .isEqualTo(9000);
    }

    @Test
    void aPortThatIsNoneIsNamedWithItsSetting() {
        assertThatThrownBy(() -> Settings.of(project, Map.of("ARYZ_KAFKA_PORT", "ninety")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("ARYZ_KAFKA_PORT")
                .hasMessageContaining("ninety");
    }
}
