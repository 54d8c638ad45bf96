package org.aryz.servicekit.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MailWitnessTest {

    private static final String NOTE = "aryz/intake/1\n3\nAAAA\n\n\u2014 aryz/intake/1 c2lnbmF0dXJl\n";
    private static final Duration REST = Duration.ofHours(1);

    @Test
    void everyMailboxGetsTheWholeNote() throws MessagingException, IOException {
        var server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        try {
            new MailWitness(address(server), "aryz@localhost", "one@example.org, two@example.org", REST).keep(NOTE);

            var mails = server.getReceivedMessages();
            assertEquals(2, mails.length);
            for (var mail : mails) {
                assertEquals("Checkpoint of aryz/intake/1", mail.getSubject());
                assertEquals(
                        NOTE.strip(),
                        mail.getContent().toString().replace("\r", "").strip());
            }
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatIsAwayMeansNotKept() {
        var witness = new MailWitness(URI.create("smtp://localhost:1"), "aryz@localhost", "one@example.org", REST);

        assertThrows(IllegalStateException.class, () -> witness.keep(NOTE));
    }

    private static URI address(GreenMail server) {
        return URI.create("smtp://localhost:" + server.getSmtp().getPort());
    }
}
