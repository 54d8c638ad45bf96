package org.aryz.referral.application;

import java.util.List;
import java.util.function.BiFunction;

/**
 * A model as three functions' worth of knowledge: where it starts, what it decides, how it goes on.
 *
 * @param <C> commands
 * @param <E> events
 * @param <S> states
 */
record Model<C, E, S>(S initial, BiFunction<C, S, List<E>> decide, BiFunction<S, E, S> evolve) {
    S after(S state, List<E> events) {
        var next = state;
        for (var event : events) {
            next = evolve.apply(next, event);
        }
        return next;
    }
}
