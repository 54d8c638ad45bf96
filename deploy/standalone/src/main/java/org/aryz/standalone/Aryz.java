package org.aryz.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aryz.standalone.demo.Demo;
import org.aryz.standalone.part.Parts;
import org.aryz.standalone.part.Stores;

/** The launcher behind {@code ./aryz}: reads the command line and prints for a person. */
public final class Aryz {

    private static final String USAGE =
            """
            ./aryz up [--detach] [--fresh] [--simulated-time] [PART...]
                                                      start all, or the parts named; --fresh forgets everything kept,
                                                      --simulated-time makes it a stack whose clock can be moved
            ./aryz time                               the time of the stack
            ./aryz time travel AMOUNT                 move its clock forward (P30D, PT24H), stopping at all that is due
            ./aryz down                               stop all
            ./aryz status                             what runs, and the memory it takes
            ./aryz logs PART                          the log of one part
            ./aryz token NAME                         an access token of a demo partner or staff member
            ./aryz dead-letters [SERVICE...]          what services could not take in, and the complaints parked by it
            ./aryz replay SERVICE COMPLAINT           let a service take in what waits of a complaint
            ./aryz rebuild SERVICE NAME               build a read model anew from the log while it serves (deadline board)
            ./aryz rotate-keys                        wrap all keys of personal data again by a new key; takes up again
            ./aryz retire-keys KEY-FILE               leave only the newest key in a file, once nothing needs the older
            ./aryz split-key KEY-FILE HOLDER HOLDER...  a share for each holder; any two give the file back
            ./aryz recover-key SHARE SHARE KEY-FILE   write the key file again from two shares
            ./aryz demo                               hand in the demo complaints and follow them
            ./aryz verify [SERVICE] [--checkpoint FILE]
                                                      whether history is what it was; FILE is what a witness kept
            ./aryz test                               build, and run every test
            ./aryz bench SUITE                        figures beside peers and limits: a report in Markdown
            ./aryz chaos history [--quick] [--only NAME[,NAME]] [--seed N]
                                                      the history under faults: nothing lost, nothing doubled
            """;

    private final Settings settings;
    private final PrintStream out;

    Aryz(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    public static void main(String... arguments) throws InterruptedException {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            var project =
                    Path.of(System.getenv().getOrDefault("ARYZ_PROJECT", "")).toAbsolutePath();
            System.exit(new Aryz(Settings.of(project, System.getenv()), out).run(List.of(arguments)));
        } catch (StackFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    int run(List<String> arguments) throws InterruptedException {
        var command = arguments.isEmpty() ? "help" : arguments.getFirst();
        var rest = arguments.stream().skip(1).toList();
        return switch (command) {
            case "up" -> up(rest);
            case "down" -> down();
            case "status" -> status();
            case "logs" -> logs(only(rest, "PART"));
            case "token" -> print(new Tokens(settings).of(only(rest, "NAME")));
            case "verify" -> new Verify(new Stores(settings), System.getenv(), out, System.err).run(rest);
            case "time" -> print(new StackTime(settings, out).run(rest));
            case "dead-letters" -> print(new LeftOut(settings).of(rest));
            case "replay" -> replay(rest);
            case "rebuild" -> rebuild(rest);
            case "rotate-keys" -> rotateKeys();
            case "retire-keys" -> print(KeyCustody.retire(only(rest, "KEY-FILE")));
            case "split-key" -> print(KeyCustody.split(rest));
            case "recover-key" -> print(KeyCustody.recover(rest));
            case "demo" -> new Demo(settings, out).run() ? 0 : 1;
            case "help", "--help", "-h" -> print(USAGE.stripTrailing());
            default -> throw new StackFailure("There is no command \"" + command + "\". The commands are:\n" + USAGE);
        };
    }

    private int up(List<String> arguments) throws InterruptedException {
        var options = arguments.stream().filter(word -> word.startsWith("-")).collect(Collectors.toSet());
        if (!Set.of("--detach", "--fresh", "--simulated-time").containsAll(options)) {
            throw new StackFailure("up knows only --detach, --fresh and --simulated-time");
        }
        if (options.contains("--fresh")) {
            forget();
        }
        if (options.contains("--simulated-time")) {
            new StackTime(settings, out).simulate();
        }
        var parts =
                chosen(arguments.stream().filter(word -> !word.startsWith("-")).toList());
        var progress = new Progress(out);
        var stack = new Stack(settings, parts, progress);
        var stop = new Thread(stack::interrupt);
        Runtime.getRuntime().addShutdownHook(stop);
        progress.say("Aryz starts; its state is kept in " + settings.home());
        stack.start();
        progress.say("All is ready after %.1f s.".formatted(Progress.seconds(progress.elapsed())));
        out.println(new Status(settings, parts).welcome());
        if (!options.contains("--detach")) {
            out.println("Ctrl-C stops it.");
            stack.watch();
        }
        Runtime.getRuntime().removeShutdownHook(stop);
        return 0;
    }

    private int rotateKeys() throws InterruptedException {
        new Rotation(Parts.keysOf(settings), new Progress(out)).run();
        return 0;
    }

    private int down() {
        new Stack(settings, Parts.of(settings), new Progress(out)).stop();
        return 0;
    }

    private int status() {
        var status = new Status(settings, Parts.of(settings));
        out.print(status.table());
        return status.isAllReady() ? 0 : 1;
    }

    private int replay(List<String> arguments) {
        if (arguments.size() != 2) {
            throw new StackFailure("replay needs a SERVICE and a COMPLAINT");
        }
        return print(new LeftOut(settings).replay(arguments.getFirst(), arguments.getLast()));
    }

    private int rebuild(List<String> arguments) throws InterruptedException {
        if (arguments.size() != 2) {
            throw new StackFailure("rebuild needs a SERVICE and the NAME of a read model");
        }
        new Rebuild(settings, new Progress(out), Duration.ofSeconds(1)).run(arguments.getFirst(), arguments.getLast());
        return 0;
    }

    private int logs(String part) {
        var log = new Child(settings.home(), chosen(List.of(part)).getFirst().name()).log();
        try {
            Files.copy(log, out);
            return 0;
        } catch (IOException e) {
            throw new StackFailure(part + " has written no log at " + log, e);
        }
    }

    /** Programs and archives stay: they hold no state. */
    private void forget() {
        down();
        try {
            for (var kept : List.of("data", "secrets", "logs")) {
                Trees.delete(settings.home().resolve(kept));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Part> chosen(List<String> names) {
        var all = Parts.of(settings);
        var unknown = names.stream()
                .filter(name -> all.stream().noneMatch(part -> part.name().equals(name)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new StackFailure("There is no part " + String.join(", ", unknown) + "; the parts are "
                    + all.stream().map(Part::name).collect(Collectors.joining(", ")));
        }
        return names.isEmpty()
                ? all
                : all.stream().filter(part -> names.contains(part.name())).toList();
    }

    private int print(String text) {
        out.println(text);
        return 0;
    }

    private static String only(List<String> arguments, String what) {
        if (arguments.size() != 1) {
            throw new StackFailure("This command needs exactly one " + what);
        }
        return arguments.getFirst();
    }
}
