package org.aryz.standalone.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. For root it is started in a user namespace where it is nobody; where the kernel
 * forbids that (some containers) as the user nobody, who is then given the data.
 */
final class UnprivilegedUser {

    private static final String NOBODY = "nobody";
    private static final List<String> IN_NAMESPACE = List.of("unshare", "--user");
    private static final List<String> AS_NOBODY = List.of("setpriv", "--reuid=" + NOBODY, "--clear-groups");
    private static final List<String> BY_SUDO = List.of("sudo", "-u", NOBODY, "--");

    private final List<String> prefix = "root".equals(System.getProperty("user.name")) ? forRoot() : List.of();

    /** What to write before a command so that it does not run as root. */
    List<String> prefix() {
        return prefix;
    }

    /** Gives a file to that user, where it is another one. */
    void mayWrite(Path file) throws IOException {
        if (prefix.equals(AS_NOBODY) || prefix.equals(BY_SUDO)) {
            Files.setOwner(
                    file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY));
        }
    }

    private static List<String> forRoot() {
        if (Run.works("unshare", "--user", "true")) {
            return IN_NAMESPACE;
        }
        return Run.works("setpriv", "--version") ? AS_NOBODY : BY_SUDO;
    }
}
