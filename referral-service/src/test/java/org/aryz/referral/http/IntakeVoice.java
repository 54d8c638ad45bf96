package org.aryz.referral.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.function.Consumer;
import org.aryz.testplatform.PublicVoice;

/** Speaks on {@code aryz.complaints} as the intake service does, about one complaint of its own. */
final class IntakeVoice {
    private static final String TOPIC = "aryz.complaints";

    final UUID complaint = UUID.randomUUID();
    private final PublicVoice voice = new PublicVoice(TOPIC, "intake", complaint, complaint);
    private String owner = "legal-aid";
    private String jurisdiction = "KG";

    String source() {
        return voice.source();
    }

    IntakeVoice ownedBy(String organisation) {
        owner = organisation;
        return this;
    }

    IntakeVoice in(String country) {
        jurisdiction = country;
        return this;
    }

    long said() {
        return voice.said();
    }

    /** Whose allegations all name one place and one agency. */
    IntakeVoice receives(String region, String agency) {
        return say("complaint.received", data -> data.withArray("allegations")
                .forEach(allegation ->
                        ((ObjectNode) allegation).put("region", region).put("agency", agency)));
    }

    IntakeVoice receivesConsented() {
        return receives("KG-GB", "criminal-police").consents("consent.given", "refer", 1);
    }

    IntakeVoice consents(String type, String use, int version, String... authorities) {
        return say(type, data -> {
            data.put("use", use).put("consentVersion", version);
            var codes = data.putArray("authorities");
            for (var authority : authorities) {
                codes.add(authority);
            }
        });
    }

    IntakeVoice say(String type, Consumer<ObjectNode> change) {
        voice.say(
                type,
                data -> change.accept(data.put("jurisdiction", jurisdiction).put("organisation", owner)));
        return this;
    }

    /** Puts a record on the topic as it is, right or wrong. */
    void send(String type, long number, byte[] data) {
        voice.send(type, number, data);
    }

    static ObjectNode sample(String type) {
        return PublicVoice.sample(TOPIC, type);
    }
}
