package org.aryz.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Predicate;
import org.aryz.standalone.Http;
import org.aryz.standalone.Port;
import org.aryz.standalone.Settings;
import org.aryz.standalone.StackFailure;
import org.aryz.standalone.part.Parts;

/** The letters that arrived, seen over the mail server's HTTP API. */
public final class Mailbox {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Settings settings;

    public Mailbox(Settings settings) {
        this.settings = settings;
    }

    /**
     * A letter.
     *
     * @param id its Message-ID: a letter that is sent again after a crash keeps it, and counts once
     * @param alert the id of the alert it tells of
     * @param text every header and every text of it, decoded
     */
    public record Mail(String to, String id, String alert, String subject, String text) {}

    /** Every letter to people. */
    public List<Mail> all() {
        return letters(address -> !address.equals(Parts.CANARY_MAILBOX));
    }

    /** The trial alerts that came through. */
    public List<Mail> canaries() {
        return letters(Parts.CANARY_MAILBOX::equals);
    }

    private List<Mail> letters(Predicate<String> wanted) {
        try {
            var mails = new ArrayList<Mail>();
            for (var user : get("/api/user")) {
                var address = user.path("email").asText();
                if (!wanted.test(address)) {
                    continue;
                }
                for (var message :
                        get("/api/user/" + URLEncoder.encode(address, StandardCharsets.UTF_8) + "/messages")) {
                    mails.add(read(address, message.path("mimeMessage").asText()));
                }
            }
            return mails;
        } catch (IOException | MessagingException e) {
            throw new StackFailure("The mail server does not show its letters: " + e.getMessage(), e);
        }
    }

    private JsonNode get(String path) throws IOException {
        var answer = Http.send(HttpRequest.newBuilder(URI.create(settings.url(Port.MAIL_API) + path)));
        return JSON.readTree(answer.body());
    }

    private static Mail read(String to, String source) throws IOException, MessagingException {
        var message = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)));
        var text = new StringBuilder();
        for (var headers = message.getAllHeaderLines(); headers.hasMoreElements(); ) {
            text.append(headers.nextElement()).append('\n');
        }
        var subject = Objects.requireNonNullElse(message.getSubject(), "");
        text.append(subject).append('\n');
        readTexts(message, text);
        return new Mail(to, header(message, "Message-ID"), header(message, "X-Aryz-Alert"), subject, text.toString());
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        return Objects.requireNonNullElse(message.getHeader(name, null), "");
    }

    private static void readTexts(Part part, StringBuilder text) throws IOException, MessagingException {
        switch (part.getContent()) {
            case String content -> text.append(content).append('\n');
            case Multipart parts -> {
                for (var i = 0; i < parts.getCount(); i++) {
                    readTexts(parts.getBodyPart(i), text);
                }
            }
            default -> text.append("(").append(part.getContentType()).append(")\n");
        }
    }
}
