package org.aryz.notification;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real SMTP server that may be stopped, may refuse an address for ever, or once. Keeps its mails over a stop. */
public final class MailServer extends GreenMail {
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> deferredOnce = ConcurrentHashMap.newKeySet();
    private final List<MimeMessage> kept = new CopyOnWriteArrayList<>();

    public MailServer(int port) {
        super(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
    }

    public void refuse(String address) {
        refused.add(address);
    }

    public void deferOnce(String address) {
        deferredOnce.add(address);
    }

    @Override
    public synchronized void stop() {
        kept.addAll(List.of(getReceivedMessages()));
        super.stop();
    }

    /** Mails about an alert, in the order of their arrival. */
    public List<MimeMessage> about(UUID alert) {
        return with("X-Aryz-Alert", alert.toString());
    }

    /** Mails with this header, in the order of their arrival. */
    public List<MimeMessage> with(String header, String value) {
        return Stream.concat(kept.stream(), Stream.of(getReceivedMessages()))
                .filter(mail -> value.equals(header(mail, header)))
                .toList();
    }

    public static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, null);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String to(MimeMessage mail) {
        return header(mail, "To");
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers replaced) {
        managers = new Refusing();
        return super.createServices(setups, managers);
    }

    private final class Refusing extends Managers {
        private final SmtpManager smtp = new SmtpManager(getImapHostManager(), getUserManager()) {
            @Override
            public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
                if (refused.contains(recipient.getEmail())) {
                    return "550 5.1.1 No such mailbox";
                }
                return deferredOnce.remove(recipient.getEmail()) ? "451 4.3.0 Come again" : null;
            }
        };

        @Override
        public SmtpManager getSmtpManager() {
            return smtp;
        }
    }
}
