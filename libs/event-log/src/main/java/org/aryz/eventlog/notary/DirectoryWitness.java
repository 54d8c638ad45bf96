package org.aryz.eventlog.notary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;

/**
 * Appends checkpoints to a file of the day (UTC) in a directory, one note after the other. The directory should be on another
 * machine, or on a medium that only adds.
 */
public final class DirectoryWitness implements Witness {
    private final Path directory;
    private final Clock clock;

    public DirectoryWitness(Path directory) {
        this(directory, Clock.systemUTC());
    }

    DirectoryWitness(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Returns when the note is on disk. */
    @Override
    public void keep(String note) {
        var origin = note.lines().findFirst().orElseThrow().replace('/', '-');
        var file = directory.resolve(origin + "-" + LocalDate.now(clock) + ".checkpoints");
        try {
            Files.createDirectories(directory);
            try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                channel.write(ByteBuffer.wrap(note.getBytes(UTF_8)));
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
