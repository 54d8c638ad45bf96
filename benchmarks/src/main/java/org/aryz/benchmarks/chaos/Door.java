package org.aryz.benchmarks.chaos;

import java.util.Random;

/** Where commands are handed in. */
interface Door {
    /** One who hands in one command after the other. */
    interface Client {
        /** Hands a command in: the same one again until it is acknowledged, then the next. */
        Answer handIn() throws InterruptedException;
    }

    Client client(Random chance);
}
