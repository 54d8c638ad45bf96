package org.aryz.standalone.part;

import static org.aryz.standalone.Port.MAIL_API;
import static org.aryz.standalone.Port.SMTP;

import java.io.IOException;
import java.util.Set;
import org.aryz.standalone.Http;
import org.aryz.standalone.Launch;
import org.aryz.standalone.Part;
import org.aryz.standalone.Port;
import org.aryz.standalone.Settings;

/** A mail server that takes every letter and shows it over HTTP. It keeps letters in memory: a restart empties it. */
final class Mail implements Part {

    private static final int HEAP = 96;

    private final Settings settings;
    private final Programs programs;

    Mail(Settings settings, Programs programs) {
        this.settings = settings;
        this.programs = programs;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Set<Port> ports() {
        return Set.of(SMTP, MAIL_API);
    }

    @Override
    public String address() {
        return settings.url(MAIL_API);
    }

    @Override
    public void prepare() {}

    @Override
    public Launch launch() throws IOException {
        return new Launch(new Java(HEAP)
                .startingFast()
                .archivingClasses(settings.home(), name())
                .with(
                        "-Dgreenmail.smtp.hostname=localhost",
                        "-Dgreenmail.smtp.port=" + settings.port(SMTP),
                        "-Dgreenmail.api.hostname=localhost",
                        "-Dgreenmail.api.port=" + settings.port(MAIL_API),
                        "-Dgreenmail.auth.disabled")
                .jar(programs.packed("greenmail-standalone")));
    }

    @Override
    public boolean isReady() {
        return Http.isOk(address() + "/api/service/readiness");
    }
}
