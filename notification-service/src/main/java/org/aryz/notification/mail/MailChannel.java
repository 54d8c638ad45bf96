package org.aryz.notification.mail;

import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import io.quarkus.mailer.Mail;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.aryz.notification.application.Channel;
import org.aryz.notification.application.Message;
import org.aryz.notification.application.Recipient;

/**
 * E-mail. The same alert to the same person always has the same Message-ID, so a second copy is known as one. Dated by the
 * product's clock.
 */
@ApplicationScoped
class MailChannel implements Channel {
    private final Post post;
    private final LetterWriter writer;

    MailChannel(Post post, LetterWriter writer) {
        this.post = post;
        this.writer = writer;
    }

    @Override
    public String code() {
        return "e-mail";
    }

    @Override
    public Uni<Outcome> tell(Recipient recipient, Message message) {
        return Uni.createFrom().deferred(() -> post.send(mail(recipient, message)));
    }

    private Mail mail(Recipient recipient, Message message) {
        var letter = writer.write(recipient, message);
        return Mail.withText(recipient.email(), letter.subject(), letter.text())
                .addHeader("Message-ID", "<" + message.alert() + "." + recipient.id() + "@aryz>")
                .addHeader("Date", RFC_1123_DATE_TIME.format(message.queuedAt().atOffset(UTC)))
                .addHeader("X-Aryz-Alert", message.alert().toString())
                .addHeader("Content-Language", recipient.language().tag())
                .addHeader("Auto-Submitted", "auto-generated");
    }
}
