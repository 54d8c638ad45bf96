package org.aryz.benchmarks.deadlines;

import java.util.List;
import org.aryz.benchmarks.Progress;

/** Something that is measured beside a peer or a limit; makes one or more rows of the table. */
interface Row {
    List<List<String>> measure(Scale scale, Progress progress) throws Exception;
}
