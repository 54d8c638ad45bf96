package org.aryz.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportTest {

    private static final String CASES =
            """
            <testsuite>
              <testcase classname="a.B" name="works"/>
              <testcase classname="a.B" name="breaks"><failure message="no"/></testcase>
              <testcase classname="a.B" name="waits"><skipped message="no Docker engine"/></testcase>
              <testcase classname="a.B" name="assumes"><skipped type="x"><![CDATA[x.Y: Assumption failed: no mail
                at z]]></skipped></testcase>
            </testsuite>
            """;

    @TempDir
    Path project;

    @Test
    void failedAndSkippedTestsAreNamedWithTheReason() throws Exception {
        var begun = Files.createFile(project.resolve("begun"));
        write("m/target/surefire-reports/TEST-a.B.xml");
        var report = new TestReport();

        report.readAll(project, begun);

        assertThat(report.toString().lines())
                .contains(
                        "failed   a.B.breaks", "skipped  a.B.waits: no Docker engine", "skipped  a.B.assumes: no mail")
                .contains("tests: 1 passed, 1 failed, 2 skipped");
    }

    @Test
    void reportsOfEarlierRunsDoNotCount() throws Exception {
        var old = write("m/target/failsafe-reports/TEST-a.B.xml");
        Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        var report = new TestReport();

        report.readAll(project, Files.createFile(project.resolve("begun")));

        assertThat(report.toString()).contains("tests: 0 passed, 0 failed, 0 skipped");
    }

    private Path write(String name) throws Exception {
        var file = project.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        return Files.writeString(file, CASES);
    }
}
