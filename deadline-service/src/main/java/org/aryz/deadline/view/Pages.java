package org.aryz.deadline.view;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A whole list, page after page, as fast as it is taken: memory stays small and no snapshot is held. A row that moves meanwhile is
 * where it was or where it goes.
 */
public final class Pages {
    public static final int ROWS = 1000;

    private Pages() {}

    /** Reads at most {@link #ROWS} rows behind a place. */
    @FunctionalInterface
    public interface Reader<T> {
        Uni<List<T>> after(@Nullable Place place);
    }

    public static <T> Multi<List<T>> all(Reader<T> reader, Function<T, Place> place) {
        return Multi.createBy()
                .repeating()
                .uni(AtomicReference<@Nullable Place>::new, last -> reader.after(last.get())
                        .invoke(rows -> {
                            if (!rows.isEmpty()) {
                                last.set(place.apply(rows.getLast()));
                            }
                        }))
                .whilst(rows -> rows.size() == ROWS);
    }
}
