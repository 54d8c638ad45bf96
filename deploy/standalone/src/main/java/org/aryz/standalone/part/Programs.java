package org.aryz.standalone.part;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.aryz.standalone.StackFailure;

/** The programs Maven brought, unpacked once into the state folder. */
final class Programs {

    private final Path packed;
    private final Path unpacked;

    Programs(Path packed, Path unpacked) {
        this.packed = packed;
        this.unpacked = unpacked;
    }

    /** The packed program whose file name begins so. */
    Path packed(String prefix) throws IOException {
        try (var files = Files.newDirectoryStream(packed, prefix + "*")) {
            for (var file : files) {
                return file;
            }
        }
        throw new StackFailure("There is no " + prefix + " in " + packed + "; run ./mvnw package first");
    }

    /** The folder of a zip file's content, unpacked if it is not there yet. */
    Path unzipped(String prefix) throws IOException {
        var zip = packed(prefix);
        return once(zip, into -> {
            try (var archive = ZipFile.builder().setPath(zip).get()) {
                for (var entries = archive.getEntries(); entries.hasMoreElements(); ) {
                    var entry = entries.nextElement();
                    if (!entry.isDirectory()) {
                        try (var content = archive.getInputStream(entry)) {
                            write(into, entry.getName(), content, entry.getUnixMode());
                        }
                    }
                }
            }
        });
    }

    /** The folder of the tar.xz file that a jar holds, unpacked if it is not there yet. */
    Path untarred(String prefix) throws IOException {
        var jar = packed(prefix);
        return once(jar, into -> {
            try (var archive = ZipFile.builder().setPath(jar).get()) {
                for (var entries = archive.getEntries(); entries.hasMoreElements(); ) {
                    var entry = entries.nextElement();
                    if (entry.getName().endsWith(".txz")) {
                        untar(archive.getInputStream(entry), into);
                    }
                }
            }
        });
    }

    private void untar(InputStream packed, Path into) throws IOException {
        var links = new ArrayList<TarArchiveEntry>();
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isSymbolicLink() || entry.isLink()) {
                    links.add(entry);
                } else if (entry.isFile()) {
                    write(into, entry.getName(), tar, entry.getMode());
                }
            }
        }
        for (var link : links) {
            var at = inside(into, link.getName());
            var target = link.isLink() ? inside(into, link.getLinkName()) : Path.of(link.getLinkName());
            Files.createSymbolicLink(at, target);
        }
    }

    private Path once(Path archive, Unpacking unpacking) throws IOException {
        var name = archive.getFileName().toString();
        var folder = unpacked.resolve(name.substring(0, name.lastIndexOf('.')));
        if (!Files.isDirectory(folder)) {
            var half = Files.createTempDirectory(Files.createDirectories(unpacked), "half-");
            unpacking.into(half);
            readableFolder(half);
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return folder;
    }

    private static void write(Path into, String name, InputStream content, int mode) throws IOException {
        var file = inside(into, name);
        Files.createDirectories(file.getParent());
        Files.copy(content, file);
        if ((mode & 0100) != 0) {
            var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            permissions.addAll(List.of(PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.OTHERS_EXECUTE));
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    /** Temporary folders are private; a server that runs as another user must be able to enter. */
    private static void readableFolder(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path inside(Path folder, String name) throws IOException {
        var path = folder.resolve(name).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("an archive may not write to " + path);
        }
        return path;
    }

    /** Writes an archive's files into a folder. */
    private interface Unpacking {
        void into(Path folder) throws IOException;
    }
}
