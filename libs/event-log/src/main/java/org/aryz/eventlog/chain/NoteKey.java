package org.aryz.eventlog.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public key of signed notes (C2SP signed-note, Ed25519), under the name of the log. Its text form, the "vkey", is
 * {@code name+key id+base64 key}.
 *
 * @param bytes the 32 bytes of the key (RFC 8032)
 */
public record NoteKey(String name, byte[] bytes) {
    private static final byte ED25519 = 1;
    private static final byte[] X509_ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final String SIGNED_BY = "\u2014 ";

    /** @throws IllegalArgumentException if the text is no such key */
    public static NoteKey parse(String vkey) {
        var parts = vkey.strip().split("\\+", 3);
        var typed = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
        if (typed.length != 33 || typed[0] != ED25519) {
            throw new IllegalArgumentException("A key of signed notes is name+hash+base64, of the type Ed25519");
        }
        var key = new NoteKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().formatHex(key.id()).equals(parts[1])) {
            throw new IllegalArgumentException("The key of " + parts[0] + " does not match its hash");
        }
        return key;
    }

    /** The same key under the name of another log; a store that is restored from a backup gets a new one. */
    public NoteKey named(String other) {
        return new NoteKey(other, bytes);
    }

    /** The first four bytes of SHA-256 over name, newline, type and key. */
    byte[] id() {
        return Arrays.copyOf(Sha256.of((name + "\n").getBytes(UTF_8), typed()), Integer.BYTES);
    }

    private byte[] typed() {
        return ByteBuffer.allocate(1 + bytes.length).put(ED25519).put(bytes).array();
    }

    /** The text form. */
    public String vkey() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed());
    }

    /** The line under a note that carries a signature of this key. */
    String line(byte[] signature) {
        return SIGNED_BY + name + " "
                + Base64.getEncoder()
                        .encodeToString(ByteBuffer.allocate(Integer.BYTES + signature.length)
                                .put(id())
                                .put(signature)
                                .array())
                + "\n";
    }

    /**
     * The checkpoint in a note that this key has signed. Lines of other signers, of witnesses for example, are ignored.
     *
     * @throws IllegalArgumentException if the note has no good signature of this key, or is no checkpoint
     */
    public Checkpoint open(String note) {
        var end = note.lastIndexOf("\n\n") + 1;
        var text = note.substring(0, end);
        var isSigned = note.substring(Math.min(note.length(), end + 1))
                .lines()
                .filter(line -> line.startsWith(SIGNED_BY + name + " "))
                .map(line -> Base64.getDecoder().decode(line.substring((SIGNED_BY + name + " ").length())))
                .anyMatch(signed -> isMine(signed) && verifies(text, signed));
        if (!isSigned) {
            throw new IllegalArgumentException("The checkpoint is not signed by the key of " + name);
        }
        return Checkpoint.parse(text);
    }

    private boolean isMine(byte[] signed) {
        return signed.length == Integer.BYTES + 64 && Arrays.equals(signed, 0, Integer.BYTES, id(), 0, Integer.BYTES);
    }

    private boolean verifies(String text, byte[] signed) {
        try {
            var key = KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(ByteBuffer.allocate(X509_ED25519.length + bytes.length)
                            .put(X509_ED25519)
                            .put(bytes)
                            .array()));
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(text.getBytes(UTF_8));
            return signature.verify(signed, Integer.BYTES, signed.length - Integer.BYTES);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }
}
