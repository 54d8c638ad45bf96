package org.aryz.deadline.law;

import java.util.ArrayList;
import java.util.List;

/**
 * Versions of rules that join the law. A version that has computed dates is never edited: it can come again only with an end of
 * its time in force or with counsel's word.
 */
record Amendment(String where, List<Rule> rules) {
    Law of(Law law) {
        if (rules.isEmpty()) {
            throw new LawDataException(where + ", field rules", "names no rule");
        }
        var all = new ArrayList<>(law.rules());
        for (var rule : rules) {
            law.find(rule.id(), rule.version())
                    .ifPresentOrElse(
                            known -> all.replaceAll(each -> each.equals(known) ? again(known, rule) : each),
                            () -> all.add(rule));
        }
        Coherence.check(where, rules, all);
        return new Law(all);
    }

    private Rule again(Rule known, Rule rule) {
        if (!rule.with(known.source(), known.inForce()).equals(known)
                || !rule.inForce().from().equals(known.inForce().from())) {
            throw new LawDataException(
                    where + ", rule " + rule.id() + ", field version",
                    "there is one that says something else; a change of its words is a new version");
        }
        var signOff = known.source().signOff();
        return rule.source().signOff() == null && signOff != null ? rule.with(signOff) : rule;
    }
}
