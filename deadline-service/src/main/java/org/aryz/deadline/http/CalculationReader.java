package org.aryz.deadline.http;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.aryz.deadline.application.LawInUse;
import org.aryz.deadline.calculation.Calculation;
import org.aryz.deadline.calculation.Count;
import org.aryz.deadline.calculation.Moment;
import org.aryz.deadline.calculation.Suspension;
import org.aryz.deadline.calendar.Calendars;
import org.aryz.deadline.calendar.LegalTime;
import org.aryz.deadline.http.CalculationRequest.SuspensionRequest;
import org.aryz.servicekit.problem.Rejected;
import org.jspecify.annotations.Nullable;

/** Turns a question into a calculation, or says everything that is wrong with it. */
@Singleton
final class CalculationReader {
    private final Supplier<Calendars> calendars;

    @Inject
    CalculationReader(LawInUse law) {
        this(() -> law.held().calendars());
    }

    CalculationReader(Supplier<Calendars> calendars) {
        this.calendars = calendars;
    }

    /**
     * @param root the pointer to the question within the body
     * @throws Rejected with all that is wrong
     */
    Calculation read(CalculationRequest asked, String root) {
        var faults = new Faults(root);
        var texts = new Texts(faults);
        var time = new LegalTime(texts.zone("/zone", asked.zone()));
        var start = texts.moment("/start", asked.start());
        var count = new CountReader(texts, faults).read(asked.term(), start);
        var calendar =
                new CalendarReader(calendars.get(), texts, faults).read(asked.calendar(), count instanceof Count.Days);
        var suspensions = suspensions(asked.suspensions(), time, texts);
        faults.refuse();
        return new Calculation(start, time, count, calendar, suspensions);
    }

    private static List<Suspension> suspensions(
            @Nullable List<@Nullable SuspensionRequest> asked, LegalTime time, Texts texts) {
        var suspensions = new ArrayList<Suspension>();
        for (var i = 0; asked != null && i < asked.size(); i++) {
            var pointer = "/suspensions/" + i;
            var suspension = asked.get(i);
            if (suspension == null) {
                texts.faults().missing(pointer);
            } else {
                suspensions.add(suspension(suspension, pointer, time, texts));
            }
        }
        return suspensions;
    }

    private static Suspension suspension(SuspensionRequest asked, String pointer, LegalTime time, Texts texts) {
        var from = texts.moment(pointer + "/from", asked.from());
        if (asked.to() == null) {
            return new Suspension(from, null);
        }
        var to = texts.moment(pointer + "/to", asked.to());
        if (after(from, to, time)) {
            texts.faults().unacceptable(pointer, "ends-before-it-begins", "A suspension ends after it begins");
        }
        return new Suspension(from, to);
    }

    private static boolean after(Moment from, Moment to, LegalTime time) {
        return from.instant(time).isAfter(to.instant(time));
    }
}
