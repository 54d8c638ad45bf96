package org.aryz.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.aryz.standalone.Port;
import org.aryz.standalone.Progress;
import org.aryz.standalone.Settings;
import org.aryz.standalone.SimulatedTime;
import org.aryz.standalone.part.StackClock;

/** Hands in the demo complaints, follows them until all that must happen has happened, and tells what did not. */
public final class Demo {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Settings settings;
    private final Api api;
    private final Mailbox mailbox;
    private final Progress progress;
    private final PrintStream out;
    private final Set<String> told = new HashSet<>();

    public Demo(Settings settings, PrintStream out) {
        this.settings = settings;
        this.api = new Api(settings);
        this.mailbox = new Mailbox(settings);
        this.progress = new Progress(out);
        this.out = out;
    }

    /** Whether all that should happen did. */
    public boolean run() throws InterruptedException {
        var cases = play();
        var mails = follow(cases);
        out.println(Summary.of(cases, mails));
        var missing = new ArrayList<String>();
        cases.forEach(played -> Expectations.missing(played, mails)
                .forEach(what -> missing.add(
                        played.reference() + " (" + played.scenario().title() + "): " + what)));
        missing.addAll(Expectations.wrongWith(mails));
        missing.forEach(what -> out.println("MISSING  " + what));
        out.println(missing.isEmpty() ? "All that should happen did." : "Not all that should happen did.");
        return missing.isEmpty();
    }

    /** Only a simulated stack has another time than this machine; the databases of containers are not reached from here. */
    private List<Case> play() {
        if (!SimulatedTime.of(settings).isOn()) {
            return play(InstantSource.system());
        }
        try (var clock = StackClock.of(settings)) {
            return play(clock);
        }
    }

    private List<Case> play(InstantSource clock) {
        var cast = new Cast(api, progress, clock, "demo-" + UUID.randomUUID());
        var cases = new ArrayList<Case>();
        for (var scenario : Scenario.all()) {
            cases.add(cast.play(scenario, cases.size() + 1));
        }
        return cases;
    }

    private List<Mailbox.Mail> follow(List<Case> cases) throws InterruptedException {
        var waiting = new Progress(out);
        while (true) {
            cases.forEach(this::look);
            var mails = mailbox.all();
            mails.forEach(mail -> tellMail(cases, mail));
            if (cases.stream().allMatch(played -> Expectations.missing(played, mails)
                            .isEmpty())
                    || waiting.elapsed().compareTo(PATIENCE) > 0) {
                return mails;
            }
            Thread.sleep(Duration.ofSeconds(1));
        }
    }

    /** Asks as the coordinator what is known of a complaint by now. */
    private void look(Case played) {
        var complaint = played.id("complaint");
        var deadlines = api.get(Port.DEADLINE, "/complaints/" + complaint + "/deadlines", "coordinator")
                .body();
        var alerts = api.get(Port.NOTIFICATION, "/alerts?complaint=" + complaint + "&limit=100", "coordinator")
                .body();
        played.saw(
                deadlines,
                StreamSupport.stream(alerts.path("alerts").spliterator(), false).toList());
        Expectations.deadlines(played).forEach(deadline -> tellDeadline(played, deadline));
        played.alerts().forEach(alert -> tell(played.reference(), "alert " + Summary.alert(alert)));
        if (deadlines.path("expired").asBoolean()) {
            tell(played.reference(), "expired: every limitation period that counts has run out");
        }
    }

    private void tellDeadline(Case played, JsonNode deadline) {
        if (!deadline.path("shadow").asBoolean()) {
            tell(played.reference(), "deadline " + Summary.deadline(deadline));
        }
    }

    private void tellMail(List<Case> cases, Mailbox.Mail mail) {
        cases.stream()
                .filter(played -> played.alerts().stream()
                        .anyMatch(alert -> alert.path("id").asText().equals(mail.alert())))
                .forEach(played -> tell(played.reference(), "mail to " + mail.to() + ": " + mail.subject()));
    }

    private void tell(String reference, String what) {
        if (told.add(reference + what)) {
            progress.step(reference, what);
        }
    }
}
