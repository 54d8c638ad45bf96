package org.aryz.eventlog.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A secret as shares, of which any two give it back and one alone says nothing: Shamir's scheme (1979) with a threshold
 * of two. Each byte is the constant of a random line over GF(256), and a share holds the line's value at one point.
 */
public final class KeyShares {
    private static final int CHECK_BYTES = 8;
    private static final String WORD = "aryz-key-share";

    private KeyShares() {}

    /**
     * @param point where on the lines it lies, from 1
     * @param set tells shares of one split from those of another
     */
    private record Share(int point, String set, byte[] values) {
        String line() {
            return String.join(
                    " ", WORD, Integer.toString(point), set, Base64.getEncoder().encodeToString(values));
        }

        static Share parse(String text) {
            var words = text.lines()
                    .filter(line -> line.startsWith(WORD + " "))
                    .map(line -> line.strip().split(" ", -1))
                    .findFirst()
                    .orElse(new String[0]);
            try {
                return new Share(
                        Integer.parseInt(words[1]),
                        words[2],
                        Base64.getDecoder().decode(words[3]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
                throw new IllegalArgumentException("A share is a line that begins with " + WORD);
            }
        }
    }

    /** Writes a share of a key file for each holder; none of the files may be there already. */
    public static List<Path> split(Path keyFile, Path folder, List<String> holders) {
        try {
            new KeyFile(keyFile).read();
            var shares = split(Files.readAllBytes(keyFile), holders.size());
            var written = new ArrayList<Path>();
            for (var holder : holders) {
                var file = folder.resolve("key-share-" + holder + ".txt");
                SecretFile.write(file, told(holder, shares.get(written.size())));
                written.add(file);
            }
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException("The shares can't be written: " + e.getMessage(), e);
        }
    }

    /** Writes the key file again from two shares; it must not be there. */
    public static void recover(Path one, Path other, Path keyFile) {
        try {
            var secret = recover(Files.readString(one), Files.readString(other));
            SecretFile.write(keyFile, new String(secret, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The key file can't be recovered: " + e.getMessage(), e);
        }
    }

    private static String told(String holder, String share) {
        return "# A share of the key-encryption keys of Aryz, kept by " + holder + ".\n"
                + "# Any two shares of a set give the keys back: ./aryz recover-key SHARE SHARE KEY-FILE\n"
                + share + "\n";
    }

    /** One line per share. */
    static List<String> split(byte[] secret, int count) {
        if (count < 2 || count > 255) {
            throw new IllegalArgumentException("A key is split for 2 to 255 holders");
        }
        var constants = Arrays.copyOf(secret, secret.length + CHECK_BYTES);
        System.arraycopy(check(secret), 0, constants, secret.length, CHECK_BYTES);
        var slopes = new byte[constants.length];
        new SecureRandom().nextBytes(slopes);
        var set = KeyFile.newKey().replaceAll("[^A-Za-z0-9]", "").substring(0, 8);
        var lines = new ArrayList<String>();
        for (var point = 1; point <= count; point++) {
            lines.add(new Share(point, set, valuesAt(point, constants, slopes)).line());
        }
        return lines;
    }

    /** @throws IllegalArgumentException if they are not two good shares of one set */
    static byte[] recover(String one, String other) {
        var a = Share.parse(one);
        var b = Share.parse(other);
        if (!a.set.equals(b.set) || a.point == b.point || a.values.length != b.values.length) {
            throw new IllegalArgumentException("Two different shares of one set are needed");
        }
        var constants = new byte[a.values.length];
        var divisor = a.point ^ b.point;
        for (var i = 0; i < constants.length; i++) {
            var crossed = multiply(a.point, b.values[i] & 0xff) ^ multiply(b.point, a.values[i] & 0xff);
            constants[i] = (byte) multiply(crossed, inverse(divisor));
        }
        var secret = Arrays.copyOf(constants, Math.max(0, constants.length - CHECK_BYTES));
        if (!Arrays.equals(constants, secret.length, constants.length, check(secret), 0, CHECK_BYTES)) {
            throw new IllegalArgumentException("The shares are damaged: what they give is not what was split");
        }
        return secret;
    }

    private static byte[] valuesAt(int point, byte[] constants, byte[] slopes) {
        var values = new byte[constants.length];
        for (var i = 0; i < values.length; i++) {
            values[i] = (byte) (constants[i] ^ multiply(point, slopes[i] & 0xff));
        }
        return values;
    }

    /** In GF(256) by the polynomial of AES (FIPS 197, section 4.2). */
    static int multiply(int a, int b) {
        var product = 0;
        for (var bit = 0; bit < 8; bit++) {
            product ^= (b >> bit & 1) * (a << bit);
        }
        for (var bit = 14; bit >= 8; bit--) {
            product ^= (product >> bit & 1) * (0x11b << (bit - 8));
        }
        return product;
    }

    /** The field has 255 elements beside zero, so the 254th power is the inverse. */
    static int inverse(int a) {
        var power = 1;
        for (var i = 0; i < 254; i++) {
            power = multiply(power, a);
        }
        return power;
    }

    private static byte[] check(byte[] secret) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(secret), CHECK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks SHA-256", e);
        }
    }
}
