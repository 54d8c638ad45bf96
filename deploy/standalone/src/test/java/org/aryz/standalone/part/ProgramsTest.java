package org.aryz.standalone.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {

    @TempDir
    Path folder;

    private Path unpacked = Path.of("");
    private Programs programs = new Programs(unpacked, unpacked);

    @BeforeEach
    void twoFolders() {
        unpacked = folder.resolve("unpacked");
        programs = new Programs(folder, unpacked);
    }

    @Test
    void anArchiveIsUnpackedOnce() throws IOException {
        zip("server-1.zip", "bin/start", "echo");
        var at = programs.unzipped("server");
        Files.writeString(at.resolve("bin/start"), "changed");

        assertThat(programs.unzipped("server").resolve("bin/start")).hasContent("changed");
    }

    @Test
    void anotherVersionIsUnpackedBesideTheOld() throws IOException {
        zip("server-1.zip", "version", "1");
        var old = programs.unzipped("server");
        Files.delete(folder.resolve("server-1.zip"));
        zip("server-2.zip", "version", "2");

        assertThat(programs.unzipped("server").resolve("version")).hasContent("2");
        assertThat(old.resolve("version")).hasContent("1");
    }

    @Test
    void anArchiveMayNotWriteElsewhere() throws IOException {
        zip("server-1.zip", "../../escaped", "");

        assertThatThrownBy(() -> programs.unzipped("server")).hasMessageContaining("may not write");
        assertThat(folder.resolve("escaped")).doesNotExist();
    }

    @Test
    void aMissingProgramSaysWhatToDo() {
        assertThatThrownBy(() -> programs.packed("server")).hasMessageContaining("./mvnw package");
    }

    private void zip(String name, String entry, String content) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
