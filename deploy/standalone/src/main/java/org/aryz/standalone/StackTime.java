package org.aryz.standalone;

import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.List;
import org.aryz.standalone.journey.Journey;
import org.aryz.standalone.part.Parts;
import org.aryz.standalone.part.StackClock;

/** The time of the stack: shown, and in a simulation moved forward. */
final class StackTime {

    private final Settings settings;
    private final SimulatedTime simulated;
    private final PrintStream out;

    StackTime(Settings settings, PrintStream out) {
        this.settings = settings;
        this.simulated = SimulatedTime.of(settings);
        this.out = out;
    }

    /** Makes the stack that is about to start a simulation. Services learn of it at their start alone. */
    void simulate() {
        if (!simulated.isOn() && Parts.of(settings).stream().anyMatch(this::runs)) {
            throw new StackFailure(
                    "The stack runs, on real time. Stop it by ./aryz down before it becomes a simulation.");
        }
        simulated.turnOn();
        out.println("Time is simulated: ./aryz time travel P30D moves it.");
    }

    /** @param arguments none, or {@code travel AMOUNT} */
    String run(List<String> arguments) throws InterruptedException {
        if (!arguments.isEmpty()) {
            if (arguments.size() != 2 || !arguments.getFirst().equals("travel")) {
                throw new StackFailure("time takes nothing, or: travel AMOUNT, such as P30D or PT24H");
            }
            simulated.require();
            new Journey(settings, out).travel(amount(arguments.getLast()));
        }
        return shown();
    }

    private String shown() {
        try (var clock = StackClock.of(settings)) {
            var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            var ahead = clock.ahead();
            return simulated.isOn()
                    ? "The stack's time is %s, %d days and %d hours ahead of real time"
                            .formatted(now, ahead.toDays(), ahead.toHoursPart())
                    : "The stack's time is %s, real time".formatted(now);
        }
    }

    private static TemporalAmount amount(String text) {
        try {
            var amount = text.startsWith("PT") ? Duration.parse(text) : Period.parse(text);
            if (Instant.EPOCH.atZone(ZoneOffset.UTC).plus(amount).toInstant().isAfter(Instant.EPOCH)) {
                return amount;
            }
        } catch (DateTimeException | ArithmeticException _) {
            // said below, in the same words as for an amount that leads nowhere
        }
        throw new StackFailure(
                "\"" + text + "\" leads nowhere: time goes forward only, by an amount such as P30D, P10Y or PT24H");
    }

    private boolean runs(Part part) {
        return new Child(settings.home(), part.name()).process().isPresent();
    }
}
