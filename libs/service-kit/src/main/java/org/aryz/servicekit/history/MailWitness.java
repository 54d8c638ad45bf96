package org.aryz.servicekit.history;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import org.aryz.eventlog.notary.Witness;

/** Sends checkpoints as plain mails, to mailboxes that others keep. A checkpoint says nothing of what it vouches for. */
final class MailWitness implements Witness {

    private static final String PATIENCE_MILLIS = "5000";

    private final Session session;
    private final String from;
    private final String to;
    private final Duration rest;

    /**
     * @param server {@code smtp://host:port}
     * @param to addresses with commas between them
     * @param rest between two mails
     */
    MailWitness(URI server, String from, String to, Duration rest) {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", server.getHost());
        settings.put("mail.smtp.port", Integer.toString(server.getPort()));
        settings.put("mail.smtp.starttls.enable", "true");
        settings.put("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        settings.put("mail.smtp.timeout", PATIENCE_MILLIS);
        this.session = Session.getInstance(settings);
        this.from = from;
        this.to = to;
        this.rest = rest;
    }

    @Override
    public Duration rest() {
        return rest;
    }

    /** Returns when the server has taken it over. */
    @Override
    public void keep(String note) {
        try {
            MimeMessage mail = new MimeMessage(session);
            mail.setFrom(new InternetAddress(from));
            mail.setRecipients(MimeMessage.RecipientType.TO, InternetAddress.parse(to));
            mail.setSubject("Checkpoint of " + note.lines().findFirst().orElseThrow());
            mail.setText(note, StandardCharsets.UTF_8.name());
            Transport.send(mail);
        } catch (MessagingException e) {
            throw new IllegalStateException("A checkpoint could not be sent by mail", e);
        }
    }
}
