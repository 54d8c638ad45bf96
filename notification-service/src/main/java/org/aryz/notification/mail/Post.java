package org.aryz.notification.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import org.aryz.notification.application.Channel.Outcome;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands one mail to the next server, in a bounded time, and says what became of it. */
@ApplicationScoped
class Post {

    /** Replies that speak of our standing with the server, not of the address: an operator can mend them. */
    private static final Set<Integer> ABOUT_US = Set.of(421, 454, 500, 502, 503, 504, 521, 530, 534, 535, 538);

    private final ReactiveMailer mailer;
    private final Duration timeout;

    Post(ReactiveMailer mailer, @ConfigProperty(name = "aryz.delivery.timeout") Duration timeout) {
        this.mailer = mailer;
        this.timeout = timeout;
    }

    /** Never fails. */
    Uni<Outcome> send(Mail mail) {
        return Uni.createFrom()
                .deferred(() -> mailer.send(mail))
                .ifNoItem()
                .after(timeout)
                .recoverWithUni(() -> Uni.createFrom().failure(new NoAnswer()))
                .<Outcome>replaceWith(new Outcome.Accepted())
                .onFailure()
                .recoverWithItem(Post::outcome);
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
