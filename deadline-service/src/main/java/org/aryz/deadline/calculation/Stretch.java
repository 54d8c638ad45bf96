package org.aryz.deadline.calculation;

/** From one point of a scale to another, which is no longer part of it. */
public record Stretch<T extends Comparable<? super T>>(T from, T to) {

    boolean isEmpty() {
        return from.compareTo(to) >= 0;
    }

    /** What of it lies at or after a point. */
    Stretch<T> from(T point) {
        return from.compareTo(point) < 0 ? new Stretch<>(point, to) : this;
    }

    /** In one line for people. */
    @Override
    public String toString() {
        return from + "/" + to;
    }
}
