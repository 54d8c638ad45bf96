package org.aryz.deadline.view.horizon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.aryz.deadline.view.Board;

/** One file of the export: beside it until it is complete and on disk, then in its place at once. */
final class HorizonFile implements AutoCloseable {
    private final Path target;
    private final Path growing;
    private final HorizonFormat format;
    private final FileChannel channel;
    private final BufferedWriter writer;

    HorizonFile(Path directory, HorizonFormats form, Horizon horizon) throws IOException {
        target = directory.resolve(form.fileName());
        growing = directory.resolve("." + form.fileName() + "." + UUID.randomUUID());
        format = form.of(horizon);
        channel = FileChannel.open(growing, CREATE_NEW, WRITE);
        writer = new BufferedWriter(Channels.newWriter(channel, UTF_8));
        writer.write(format.head());
    }

    void write(Board.Entry entry) throws IOException {
        writer.write(format.entry(entry));
    }

    void keep() throws IOException {
        writer.write(format.foot());
        writer.flush();
        channel.force(true);
        Files.move(growing, target, ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(growing);
    }
}
