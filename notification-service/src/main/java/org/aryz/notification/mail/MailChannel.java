package org.aryz.notification.mail;

import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import org.aryz.notification.application.Channel;
import org.aryz.notification.application.Message;
import org.aryz.notification.application.Recipient;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * E-mail. The same alert to the same person always has the same Message-ID, so a second copy is known as one. Dated by the
 * product's clock.
 */
@ApplicationScoped
class MailChannel implements Channel {

    /** Replies that speak of our standing with the server, not of the address: an operator can mend them. */
    private static final Set<Integer> ABOUT_US = Set.of(421, 454, 500, 502, 503, 504, 521, 530, 534, 535, 538);

    private final ReactiveMailer mailer;
    private final LetterWriter writer;
    private final Duration timeout;

    MailChannel(
            ReactiveMailer mailer,
            LetterWriter writer,
            @ConfigProperty(name = "aryz.delivery.timeout") Duration timeout) {
        this.mailer = mailer;
        this.writer = writer;
        this.timeout = timeout;
    }

    @Override
    public String code() {
        return "e-mail";
    }

    @Override
    public Uni<Outcome> tell(Recipient recipient, Message message) {
        return Uni.createFrom()
                .deferred(() -> mailer.send(mail(recipient, message)))
                .ifNoItem()
                .after(timeout)
                .recoverWithUni(() -> Uni.createFrom().failure(new NoAnswer()))
                .<Outcome>replaceWith(new Outcome.Accepted())
                .onFailure()
                .recoverWithItem(MailChannel::outcome);
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

    private static Outcome outcome(Throwable failure) {
        return switch (failure) {
            case SMTPException reply
            when ABOUT_US.contains(reply.getReplyCode()) -> new Outcome.Unreachable("smtp-" + reply.getReplyCode());
            case SMTPException reply when reply.isPermanent() -> new Outcome.Refused("smtp-" + reply.getReplyCode());
            case SMTPException reply -> new Outcome.Deferred("smtp-" + reply.getReplyCode());
            case IllegalArgumentException _ -> new Outcome.Refused("address-invalid");
            case ConnectException _ -> new Outcome.Unreachable("no-connection");
            case UnknownHostException _ -> new Outcome.Unreachable("host-unknown");
            case NoAnswer _ -> new Outcome.Deferred("no-answer");
            default -> new Outcome.Deferred("connection-lost");
        };
    }

    /** The server took the connection and then said nothing. */
    private static final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
