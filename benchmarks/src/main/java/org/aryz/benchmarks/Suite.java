package org.aryz.benchmarks;

/** Measurements that are run together and told in one report. */
public interface Suite {
    /** Runs all of it, tells {@code progress} what it is at, and adds what it found to the report. */
    void run(Report report, Progress progress) throws Exception;
}
