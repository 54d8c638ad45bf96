package org.aryz.standalone;

import java.io.IOException;
import java.util.Set;

/** One server of the stack. Its life is always the same: prepare, launch, wait until ready, set up, stop. */
public interface Part {

    String name();

    /** The ports it listens on. */
    Set<Port> ports();

    /** Where a person or program reaches it. */
    String address();

    /** Names of the parts that must be ready before this one is launched. */
    default Set<String> needs() {
        return Set.of();
    }

    /** Unpacks and initialises what the server needs; quick when done before. */
    void prepare() throws IOException;

    Launch launch() throws IOException;

    boolean isReady();

    /** What has to be done once, through the ready server. */
    default void setUp() throws IOException {}

    /** Asks the server to end in good order. */
    default void askToStop(ProcessHandle process) {
        process.destroy();
    }
}
