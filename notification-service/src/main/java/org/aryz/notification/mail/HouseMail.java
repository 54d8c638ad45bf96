package org.aryz.notification.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.qute.Engine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.aryz.notification.application.Alarm;
import org.aryz.notification.application.Channel.Outcome;
import org.aryz.notification.application.Recipient;

/** Mail about this house and no complaint: alarms to those who keep it running, and canaries to their mailbox. */
@ApplicationScoped
public class HouseMail {
    private static final DateTimeFormatter TO_THE_MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'xxx", Locale.ROOT);

    private final Post post;
    private final Engine templates;

    HouseMail(Post post, Engine templates) {
        this.post = post;
        this.templates = templates;
    }

    /** Tells of an alarm in the recipient's language; never fails. */
    public Uni<Outcome> tell(Recipient recipient, Alarm alarm) {
        return Uni.createFrom().deferred(() -> post.send(mail(recipient, alarm)));
    }

    /** Sends a canary to where nobody reads; never fails. */
    public Uni<Outcome> send(String mailbox, UUID canary, Instant dueAt) {
        var text = "A trial of the way that alerts take. It concerns nobody.\nDue at: %s\n"
                .formatted(dueAt.truncatedTo(ChronoUnit.MILLIS));
        return post.send(Mail.withText(mailbox, "Aryz canary", text)
                .addHeader("Message-ID", "<canary." + canary + "@aryz>")
                .addHeader("X-Aryz-Canary", canary.toString())
                .addHeader("Auto-Submitted", "auto-generated"));
    }

    private Mail mail(Recipient recipient, Alarm alarm) {
        var language = recipient.language().tag();
        var letter = Letter.parse(templates
                .getTemplate("alarm/" + language + ".txt")
                .data("kind", alarm.kind().code())
                .data("ended", alarm.ended())
                .data("since", TO_THE_MINUTE.format(alarm.since().atZone(recipient.zone())))
                .render());
        return Mail.withText(recipient.email(), letter.subject(), letter.text())
                .addHeader("Message-ID", "<alarm." + alarm.id() + "@aryz>")
                .addHeader("X-Aryz-Alarm", alarm.kind().code())
                .addHeader("Content-Language", language)
                .addHeader("Auto-Submitted", "auto-generated");
    }
}
