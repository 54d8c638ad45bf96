package org.aryz.standalone;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.aryz.eventlog.seal.KeyFile;
import org.aryz.eventlog.seal.KeyShares;

/** Commands about key files, for those who keep them: they need no running stack. */
final class KeyCustody {
    private KeyCustody() {}

    /** Shares go into the folder from which the command is called. */
    static String split(List<String> arguments) {
        if (arguments.size() < 3 || !arguments.stream().skip(1).allMatch(holder -> holder.matches("[A-Za-z0-9._-]+"))) {
            throw new StackFailure("split-key needs a KEY-FILE and two or more HOLDERs, named by letters and digits");
        }
        return told(() ->
                KeyShares.split(here(arguments.getFirst()), here("."), arguments.subList(1, arguments.size())).stream()
                        .map(share -> "wrote " + share)
                        .collect(Collectors.joining(
                                "\n",
                                "",
                                "\nGive each to its holder, on paper or a stick of their own, and delete it here.")));
    }

    static String recover(List<String> arguments) {
        if (arguments.size() != 3) {
            throw new StackFailure("recover-key needs two SHAREs and the KEY-FILE to write");
        }
        var file = here(arguments.get(2));
        return told(() -> {
            KeyShares.recover(here(arguments.get(0)), here(arguments.get(1)), file);
            return "wrote " + file;
        });
    }

    static String retire(String file) {
        return told(() -> {
            new KeyFile(here(file)).retireOlder();
            return "only the newest key is left in " + file;
        });
    }

    private static Path here(String file) {
        return Path.of(System.getenv().getOrDefault("ARYZ_CALLED_FROM", ""))
                .resolve(file)
                .toAbsolutePath()
                .normalize();
    }

    /** What went wrong is said to a person: the messages name files and remedies, never a key. */
    private static String told(Supplier<String> doing) {
        try {
            return doing.get();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new StackFailure(String.valueOf(e.getMessage()), e);
        }
    }
}
