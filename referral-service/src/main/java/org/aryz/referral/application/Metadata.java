package org.aryz.referral.application;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.aryz.referral.KnownComplaint;

/** What is stored with each event: whose complaint it is about, and who asked. Becomes the envelope of the public event. */
final class Metadata {
    private Metadata() {}

    static String of(Request request, KnownComplaint complaint) {
        var metadata = JsonNodeFactory.instance
                .objectNode()
                .put("complaintId", complaint.id().toString())
                .put("reference", complaint.reference())
                .put("jurisdiction", complaint.jurisdiction().name())
                .put("organisation", complaint.owner())
                .put("actor", request.caller().actor())
                .put("correlationId", request.correlationId().toString());
        var sharedWith = metadata.putArray("sharedWith");
        complaint.sharedWith().stream().sorted().forEach(sharedWith::add);
        return metadata.toString();
    }
}
