package org.aryz.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a suite's table that are asked for: {@code ARYZ_BENCH_ROWS=append,verify} leaves out the others. */
public final class Rows {
    private final Progress progress;
    private final @Nullable String chosen = System.getenv("ARYZ_BENCH_ROWS");
    private final List<List<String>> rows = new ArrayList<>();

    /** Something that is measured beside a peer or a limit; makes one or more rows of the table. */
    @FunctionalInterface
    public interface Measured {
        List<List<String>> rows() throws Exception;
    }

    public Rows(Progress progress) {
        this.progress = progress;
    }

    public void add(String name, Measured measured) throws Exception {
        if (chosen == null || List.of(chosen.split(",", -1)).contains(name)) {
            progress.step("== " + name);
            rows.addAll(measured.rows());
        }
    }

    public List<List<String>> all() {
        return List.copyOf(rows);
    }
}
