package org.aryz.standalone.demo;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;
import org.aryz.standalone.Port;
import org.jspecify.annotations.Nullable;

/** What partners and staff do in the demo, and which operation of which service that is. */
enum Action {
    READ_COMPLAINT(Port.INTAKE, "/complaints/{complaint}"),
    TRIAGE(Port.INTAKE, "/complaints/{complaint}/triage"),
    RECORD_CONSENT(Port.INTAKE, "/complaints/{complaint}/consents"),
    RECORD_MEDICAL_EXAM(Port.INTAKE, "/complaints/{complaint}/medical-exams"),
    RECORD_FACT(Port.INTAKE, "/complaints/{complaint}/facts"),
    REPORT_THREAT(Port.INTAKE, "/complaints/{complaint}/threats"),
    REQUEST_WITHDRAWAL(Port.INTAKE, "/complaints/{complaint}/withdrawal-requests"),
    RECORD_SAFETY_INTERVIEW(Port.INTAKE, "/complaints/{complaint}/safety-interviews"),
    SEND_REFERRAL(Port.REFERRAL, "/complaints/{complaint}/referrals"),
    REGISTER_REFERRAL(Port.REFERRAL, "/referrals/{referral}/registration"),
    RECORD_DECISION(Port.REFERRAL, "/referrals/{referral}/decisions"),
    RECORD_RECEIPT(Port.REFERRAL, "/referrals/{referral}/decisions/{decision}/receipt"),
    RECORD_PROCEEDINGS(Port.REFERRAL, "/complaints/{complaint}/facts"),
    RECORD_JUDGMENT(Port.REFERRAL, "/complaints/{complaint}/judgments");

    private final Port service;
    private final String path;

    Action(Port service, String path) {
        this.service = service;
        this.path = path;
    }

    @JsonCreator
    static Action of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    Port service() {
        return service;
    }

    /** The path with its names filled in. */
    String path(Case ids) {
        return ids.named(path);
    }

    boolean reads() {
        return this == READ_COMPLAINT;
    }

    /** The thing whose version has to be named when doing this, if any. */
    @Nullable
    String versionOf() {
        return switch (this) {
            case TRIAGE -> "complaint";
            case REGISTER_REFERRAL -> "referral";
            default -> null;
        };
    }

    /** The thing whose version the answer tells. */
    @Nullable
    String tellsVersionOf() {
        return switch (this) {
            case READ_COMPLAINT, RECORD_PROCEEDINGS, RECORD_JUDGMENT -> null;
            case SEND_REFERRAL, REGISTER_REFERRAL, RECORD_DECISION, RECORD_RECEIPT -> "referral";
            default -> "complaint";
        };
    }

    /** What the id in the answer is the id of. */
    @Nullable
    String creates() {
        return switch (this) {
            case SEND_REFERRAL -> "referral";
            case RECORD_DECISION -> "decision";
            case RECORD_PROCEEDINGS -> "fact";
            default -> null;
        };
    }

    /** The action in words: {@code referral sent} for {@code SEND_REFERRAL}. */
    String told() {
        var words = name().toLowerCase(Locale.ROOT).split("_", 2);
        return words.length == 1 ? words[0] : words[0] + " " + words[1].replace('_', ' ');
    }
}
