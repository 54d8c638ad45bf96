package org.aryz.deadline.law;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.aryz.deadline.calendar.Jurisdiction;

/** All rules in all their versions. */
public record Law(List<Rule> rules) {
    public Law {
        rules = List.copyOf(rules);
    }

    /** The rules that ship with the product; none of them is signed off. */
    public static Law load() {
        return LawFiles.load();
    }

    /** Reads a file of sign-offs, such as the fictional ones of the demonstration. */
    public Law signedOffBy(String resource) {
        return signedOff(LawFiles.signOffs(resource));
    }

    public Law signedOff(Collection<SignOff> signOffs) {
        return new Law(rules.stream().map(rule -> sign(rule, signOffs)).toList());
    }

    private static Rule sign(Rule rule, Collection<SignOff> signOffs) {
        return signOffs.stream()
                .filter(signOff -> signOff.rule().equals(rule.id()) && signOff.version() == rule.version())
                .findFirst()
                .map(rule::with)
                .orElse(rule);
    }

    /** The rules that can start anything in a country. */
    public List<Rule> of(Jurisdiction country) {
        return rules.stream()
                .filter(rule -> rule.enabled() && rule.jurisdictions().contains(country))
                .toList();
    }

    /**
     * Whether a version governs a term: the version in force on its day, and for limitation, where the day is that of the
     * act, also every later version that is milder.
     */
    public boolean governs(Rule rule, Reading reading, LocalDate day) {
        return rule.inForce().on(day) || milder(rule, reading, day);
    }

    private boolean milder(Rule rule, Reading reading, LocalDate day) {
        return rule.matter() == Matter.LIMITATION
                && rule.inForce().from().isAfter(day)
                && rules.stream()
                        .filter(other ->
                                other.id().equals(rule.id()) && other.inForce().on(day))
                        .flatMap(other -> other.readings().stream())
                        .anyMatch(old -> reading.span().roughDays() < old.span().roughDays());
    }
}
