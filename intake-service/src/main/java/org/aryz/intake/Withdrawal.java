package org.aryz.intake;

/** How a wish to withdraw stands. It never closes a complaint by itself: another person reviews it first. */
public sealed interface Withdrawal {
    record NotWished() implements Withdrawal {}

    /** Under review; {@code by} recorded the wish and so can't be the one who reviews it. */
    record UnderReview(String by) implements Withdrawal {}

    record Confirmed() implements Withdrawal {}

    record FoundCoerced() implements Withdrawal {}
}
