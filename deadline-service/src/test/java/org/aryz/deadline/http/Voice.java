package org.aryz.deadline.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.aryz.testplatform.PublicVoice;

/** Speaks as intake and referral do of one complaint. */
final class Voice {
    final UUID complaint = UUID.randomUUID();
    final UUID referral = UUID.randomUUID();
    private final PublicVoice ofIntake = new PublicVoice("aryz.complaints", "intake", complaint, complaint);
    private final PublicVoice ofReferral = new PublicVoice("aryz.referrals", "referral", referral, complaint);

    String intake() {
        return ofIntake.source();
    }

    long saidByIntake() {
        return ofIntake.said();
    }

    /** Torture, between these two days or moments; the complaint comes now. */
    Voice receives(Object earliest, Object latest) {
        return receives(Instant.now(), earliest, latest);
    }

    Voice receives(Instant at, Object earliest, Object latest) {
        return receives(data -> {
            data.put("occurredAt", at.toString());
            var allegations = data.withArray("allegations");
            var first = (ObjectNode) allegations.get(0);
            first.put("id", UUID.randomUUID().toString())
                    .put("earliest", earliest.toString())
                    .put("latest", latest.toString())
                    .put("precision", "day");
            data.putArray("allegations").add(first);
        });
    }

    Voice receives(Consumer<ObjectNode> change) {
        return intake("complaint.received", change);
    }

    Voice consents() {
        return intake(
                "consent.given", data -> data.put("occurredAt", Instant.now().toString()));
    }

    Voice intake(String type, Consumer<ObjectNode> change) {
        ofIntake.say(type, change);
        return this;
    }

    Voice referral(String type, Consumer<ObjectNode> change) {
        ofReferral.say(type, change.andThen(data -> data.put("referral", referral.toString())));
        return this;
    }

    /** Everything once more, as after a restore of offsets. */
    Voice again() {
        ofIntake.sayAgain();
        ofReferral.sayAgain();
        return this;
    }
}
