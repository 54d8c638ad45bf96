package org.aryz.deadline.law;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

    /** Every sign-off must name a version of a rule: one that names none would silently sign nothing. */
    public Law signedOff(Collection<SignOff> signOffs) {
        signOffs.stream()
                .filter(signOff -> find(signOff.rule(), signOff.version()).isEmpty())
                .findFirst()
                .ifPresent(signOff -> {
                    throw new LawDataException(
                            "sign-off of " + signOff.rule() + ", field version",
                            "there is no such version of the rule");
                });
        return new Law(rules.stream().map(rule -> sign(rule, signOffs)).toList());
    }

    /**
     * The law with further versions of rules, in the words of a law file.
     *
     * @throws LawDataException names rule and field
     */
    public Law amended(String yaml) {
        return new Amendment("the change", LawFiles.proposed("the change", yaml)).of(this);
    }

    /** Only those rules that another law has not, and those that are read together with them. */
    public Law differingFrom(Law other) {
        return new Difference(this, other).rules();
    }

    public Optional<Rule> find(String id, int version) {
        return rules.stream()
                .filter(rule -> rule.id().equals(id) && rule.version() == version)
                .findFirst();
    }

    /** Whether a named person may give up a term of this rule for this reason. */
    public boolean allows(String reason, Rule rule) {
        return rule.ends().waivers().stream()
                .filter(waiver -> waiver.reason().equals(reason))
                .anyMatch(waiver -> waiver.confirmedBy() == null || confirmed(waiver.confirmedBy()));
    }

    private boolean confirmed(String id) {
        return rules.stream()
                .anyMatch(rule -> rule.id().equals(id) && rule.source().signOff() != null);
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
     * Whether a version governs a term that began between two days: the version in force on the first of them. For limitation, where
     * these are the days on which the act may have happened, also the version of any other of them, and every later version
     * that is milder.
     */
    public boolean governs(Rule rule, Reading reading, LocalDate first, LocalDate last) {
        return rule.inForce().on(first)
                || (rule.matter() == Matter.LIMITATION
                        && (rule.inForce().touches(first, last) || milder(rule, reading, first)));
    }

    private boolean milder(Rule rule, Reading reading, LocalDate day) {
        return rule.inForce().from().isAfter(day)
                && rules.stream()
                        .filter(other ->
                                other.id().equals(rule.id()) && other.inForce().on(day))
                        .flatMap(other -> other.readings().stream())
                        .filter(old -> old.id().equals(reading.id()))
                        .anyMatch(old -> reading.span().roughDays() < old.span().roughDays());
    }
}
