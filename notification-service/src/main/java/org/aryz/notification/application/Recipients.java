package org.aryz.notification.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aryz.notification.Notice;

/** The people who are told of alerts, and those who are told where nobody else can be. */
public final class Recipients {
    private final Map<String, Recipient> byId = new LinkedHashMap<>();
    private final List<Recipient> fallback;

    /** Refuses a list that could leave an alert without a person. */
    public Recipients(List<Recipient> all, List<String> fallback) {
        for (var recipient : all) {
            if (byId.put(recipient.id(), recipient) != null) {
                throw new IllegalArgumentException("recipient " + recipient.id() + " is listed twice");
            }
        }
        this.fallback = fallback.stream().map(this::known).toList();
        if (this.fallback.isEmpty()) {
            throw new IllegalArgumentException("no fallback recipient: name one in aryz.recipients.fallback");
        }
    }

    /** Whom to tell; never nobody. */
    public List<Recipient> concernedBy(Notice notice) {
        var concerned = byId.values().stream()
                .filter(recipient -> recipient.concernedBy(notice))
                .toList();
        return concerned.isEmpty() ? fallback : concerned;
    }

    /** Whom to tell, step by step, while nobody takes note: lawyers, coordinators, and in the end the fallback. */
    public List<List<Recipient>> ladder(Notice notice) {
        return List.of(who(Role.LAWYER, notice), who(Role.COORDINATOR, notice), fallback);
    }

    /** Whom to tell that alerts may not come: who can mend it, and who must know meanwhile; never nobody. */
    public List<Recipient> alarmed() {
        var alarmed = byId.values().stream()
                .filter(recipient -> recipient.role() == Role.OPERATOR || recipient.role() == Role.COORDINATOR)
                .toList();
        return alarmed.isEmpty() ? fallback : alarmed;
    }

    private List<Recipient> who(Role role, Notice notice) {
        return byId.values().stream()
                .filter(recipient -> recipient.role() == role && recipient.mayKnow(notice))
                .toList();
    }

    public List<Recipient> fallback() {
        return fallback;
    }

    public Optional<Recipient> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private Recipient known(String id) {
        var known = find(id).orElseThrow(
                        () -> new IllegalArgumentException("fallback recipient " + id + " is not in the list"));
        if (known.role() == Role.OPERATOR) {
            throw new IllegalArgumentException(
                    "fallback recipient " + id + " is an operator, who is told of no complaint");
        }
        return known;
    }
}
