package org.aryz.benchmarks.chaos;

/** Something that goes wrong, driven under load until it went wrong often enough. */
interface Fault {
    Outcome drive(Course course) throws Exception;
}
