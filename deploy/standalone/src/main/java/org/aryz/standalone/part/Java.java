package org.aryz.standalone.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a Java program, with a small heap and one collector thread. */
final class Java {

    private final List<String> line = new ArrayList<>();

    Java(int heapInMegabytes) {
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapInMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
    }

    Java with(String... options) {
        line.addAll(List.of(options));
        return this;
    }

    /** Leaves an archive of its classes behind, so that the next start is faster. A broken archive is ignored. */
    Java archivingClasses(Path home, String name) throws IOException {
        var folder = Files.createDirectories(home.resolve("archives"));
        return with(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + folder.resolve(name + ".jsa"),
                "-Xlog:cds=off,cds+dynamic=off,aot=off");
    }

    /** Compiles quickly rather than well: for servers whose speed nobody waits for. */
    Java startingFast() {
        return with("-XX:TieredStopAtLevel=1");
    }

    List<String> jar(Path jar, String... arguments) {
        return with("-jar", jar.toString()).with(arguments).line;
    }

    List<String> main(String classPath, String type, String... arguments) {
        return with("-cp", classPath, type).with(arguments).line;
    }
}
