package org.aryz.testplatform;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Another JVM with the class path of this one, small and soon at work. */
public final class JavaProcess {

    private JavaProcess() {}

    public static ProcessBuilder of(Class<?> main, int megabytes, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** Surefire hides the class path in the manifest of a jar and tells the real one in a property. */
    private static String classPath() {
        String whole = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(whole.split(File.pathSeparator))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
