package org.aryz.deadline.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.aryz.deadline.law.FactPattern;
import org.aryz.deadline.law.Offence;
import org.aryz.deadline.law.Reading;
import org.aryz.deadline.law.Rule;
import org.aryz.deadline.law.SignOff;
import org.aryz.deadline.law.Span;
import org.aryz.deadline.law.Waiver;
import org.jspecify.annotations.Nullable;

/** One version of a rule as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleAnswer(
        String id,
        int version,
        String title,
        List<String> jurisdictions,
        String kind,
        String matter,
        String per,
        List<String> when,
        List<ReadingAnswer> readings,
        String readingOf,
        String roll,
        Map<String, List<String>> ends,
        String alerts,
        String consequence,
        String basis,
        String confidence,
        String caution,
        @Nullable LocalDate inForceFrom,
        @Nullable LocalDate inForceTo,
        boolean shadow,
        boolean enabled,
        boolean mayExpire,
        @Nullable SignOffAnswer signOff) {

    /** One way to read the rule. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReadingAnswer(
            String id,
            String trigger,
            List<String> assumedFrom,
            @Nullable String period,
            String counting,
            boolean fromReceipt,
            boolean shadow,
            @Nullable Map<String, List<String>> offence) {
        static ReadingAnswer of(Reading reading) {
            return new ReadingAnswer(
                    reading.id(),
                    String.join(" | ", texts(reading.trigger().facts())),
                    texts(reading.trigger().assumedFrom()),
                    RuleAnswer.period(reading.span()),
                    RuleAnswer.counting(reading.span()),
                    reading.trigger().fromReceipt(),
                    reading.shadow(),
                    reading.offence() == null ? null : offence(reading.offence()));
        }

        private static Map<String, List<String>> offence(Offence offence) {
            var shown = new TreeMap<String, List<String>>();
            offence.qualifiedAs().forEach((field, values) -> shown.put(field, sorted(values)));
            shown.put("presumedFor", sorted(offence.presumedFor()));
            shown.put("plausibleFor", sorted(offence.plausibleFor()));
            return shown;
        }

        private static List<String> sorted(Set<String> words) {
            return words.stream().sorted().toList();
        }
    }

    /** Counsel's word. */
    public record SignOffAnswer(String by, LocalDate on, String text, boolean fictional) {
        static @Nullable SignOffAnswer of(@Nullable SignOff signOff) {
            return signOff == null
                    ? null
                    : new SignOffAnswer(signOff.by(), signOff.on(), signOff.text(), signOff.fictional());
        }
    }

    static RuleAnswer of(Rule rule) {
        return new RuleAnswer(
                rule.id(),
                rule.version(),
                rule.title(),
                rule.jurisdictions().stream().map(Enum::name).sorted().toList(),
                Codes.of(rule.kind()),
                Codes.of(rule.matter()),
                rule.per(),
                texts(rule.when()),
                rule.readings().stream().map(ReadingAnswer::of).toList(),
                rule.readingOf(),
                Codes.of(rule.roll()),
                ends(rule),
                rule.alerts().id(),
                rule.consequence(),
                rule.source().basis(),
                rule.source().confidence().name(),
                rule.source().caution(),
                known(rule.inForce().from()),
                known(rule.inForce().to()),
                rule.shadow(),
                rule.enabled(),
                rule.mayExpire(),
                SignOffAnswer.of(rule.source().signOff()));
    }

    private static Map<String, List<String>> ends(Rule rule) {
        var ends = new TreeMap<String, List<String>>();
        ends.put("metBy", texts(rule.ends().metBy()));
        ends.put("endedBy", texts(rule.ends().endedBy()));
        ends.put("suspendedBy", texts(rule.ends().suspendedBy()));
        ends.put("resumedBy", texts(rule.ends().resumedBy()));
        ends.put("restartedBy", texts(rule.ends().restartedBy()));
        ends.put("metSince", texts(rule.ends().metSince()));
        ends.put("extendedAs", rule.ends().extendedTerms().stream().sorted().toList());
        ends.put(
                "cap",
                rule.ends().cap() == null
                        ? List.of()
                        : List.of(rule.ends().cap().toString()));
        ends.put("waivedFor", rule.ends().waivers().stream().map(Waiver::reason).toList());
        return ends;
    }

    private static List<String> texts(List<FactPattern> patterns) {
        return patterns.stream().map(RuleAnswer::text).toList();
    }

    /** A fact as {@code decision.made kind=opened}. */
    private static String text(FactPattern pattern) {
        var text = new StringBuilder(pattern.type());
        new TreeMap<>(pattern.where()).forEach((field, values) -> text.append(' ')
                .append(field)
                .append('=')
                .append(String.join(",", values.stream().sorted().toList())));
        return text.toString();
    }

    private static @Nullable String period(Span span) {
        return switch (span) {
            case Span.Hours hours -> hours.length().toString();
            case Span.CalendarDays days -> days.length().toString();
            case Span.WorkingDays days -> "P" + days.length() + "D";
            case Span.Unlimited _ -> null;
        };
    }

    private static String counting(Span span) {
        return switch (span) {
            case Span.Hours _ -> "elapsed-hours";
            case Span.CalendarDays _ -> "calendar";
            case Span.WorkingDays _ -> "working-days";
            case Span.Unlimited _ -> "none";
        };
    }

    private static @Nullable LocalDate known(LocalDate day) {
        return day.equals(LocalDate.MIN) || day.equals(LocalDate.MAX) ? null : day;
    }
}
