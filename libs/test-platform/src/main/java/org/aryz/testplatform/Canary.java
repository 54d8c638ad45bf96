package org.aryz.testplatform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A word that is planted in personal fields and must be found nowhere: not as it is, nor in hex, nor in base64. */
public record Canary(String word) {

    /** The word as it may stand in bytes or text. */
    public List<String> disguises() {
        byte[] bytes = word.getBytes(UTF_8);
        HexFormat hex = HexFormat.of();
        return Stream.concat(
                        Stream.of(
                                word, hex.formatHex(bytes), hex.withUpperCase().formatHex(bytes)),
                        IntStream.range(0, 3).mapToObj(before -> base64(bytes, before)))
                .toList();
    }

    public boolean isIn(String text) {
        return disguises().stream().anyMatch(text::contains);
    }

    /** The files of a folder in which the word stands; those that vanish meanwhile are passed over. */
    public List<Path> filesIn(Path folder) {
        List<byte[]> needles =
                disguises().stream().map(text -> text.getBytes(UTF_8)).toList();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, needles))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands in the base64 of the word wherever it begins: without the digits that neighbours have a part in. */
    private static String base64(byte[] bytes, int before) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String all = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int first = (before * 8 + 5) / 6;
        return all.substring(first, (before + bytes.length) * 8 / 6);
    }

    private static boolean holds(Path file, List<byte[]> needles) {
        try {
            byte[] content = Files.readAllBytes(file);
            return needles.stream().anyMatch(needle -> contains(content, needle));
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean contains(byte[] content, byte[] needle) {
        for (int start = 0; start <= content.length - needle.length; start++) {
            int same = 0;
            while (same < needle.length && content[start + same] == needle[same]) {
                same++;
            }
            if (same == needle.length) {
                return true;
            }
        }
        return false;
    }
}
