package org.aryz.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the clock of a stack may be moved: decided when it is started, kept with its data, and forgotten only with them. */
public record SimulatedTime(Path mark) {

    public static SimulatedTime of(Settings settings) {
        return new SimulatedTime(settings.home().resolve("data/simulated-time"));
    }

    public boolean isOn() {
        return Files.exists(mark);
    }

    void turnOn() {
        try {
            Files.createDirectories(mark.getParent());
            Files.writeString(mark, "The clock of this stack may be moved; nothing that it records is evidence.\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses what only a simulation may do. */
    public void require() {
        if (!isOn()) {
            throw new StackFailure(
                    "This stack runs on real time, and moving its clock would falsify what it records. Stop it by"
                            + " ./aryz down and start it by ./aryz up --simulated-time; from then on it is a simulation,"
                            + " until ./aryz up --fresh forgets all it has recorded.");
        }
    }
}
