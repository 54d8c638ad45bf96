package org.aryz.notification;

import io.quarkus.test.common.QuarkusTestResource;
import java.time.Duration;
import org.aryz.testplatform.PlatformResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What all tests of the running service share: a mail server of their own, and the voice of the deadline service. */
@QuarkusTestResource(PlatformResource.class)
@QuarkusTestResource(NotificationResource.class)
public abstract class WithMailServer {
    protected static final Duration SOON = Duration.ofSeconds(30);

    @ConfigProperty(name = "quarkus.mailer.port")
    protected int port;

    protected final DeadlineTopic deadlines = new DeadlineTopic();
    protected MailServer mail;

    @BeforeEach
    void openMailServer() {
        mail = new MailServer(port);
        mail.start();
    }

    @AfterEach
    void closeMailServer() {
        mail.stop();
    }
}
