package org.aryz.eventlog.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.Ed25519Sign;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import org.aryz.eventlog.seal.KeyFile;

/** Signs checkpoints by Ed25519 (RFC 8032) as C2SP signed notes; the seed of the key comes from a file. */
public final class NoteSigner {
    private final NoteKey publicKey;
    private final PrivateKey privateKey;

    private NoteSigner(NoteKey publicKey, PrivateKey privateKey) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    /**
     * @param name of the log, without spaces or plus signs
     * @throws IllegalArgumentException if the file holds no key; the message says what to do
     * @throws java.io.UncheckedIOException if it can't be read; the message says what to do
     */
    public static NoteSigner withKeyFile(String name, Path file) {
        var seed = KeyFile.readSingle(file);
        try {
            return new NoteSigner(
                    new NoteKey(
                            name, Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPublicKey()),
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks Ed25519", e);
        }
    }

    /** The same key under the name of a log. */
    public NoteSigner named(String name) {
        return new NoteSigner(publicKey.named(name), privateKey);
    }

    public NoteKey publicKey() {
        return publicKey;
    }

    /** The checkpoint as a signed note, under the origin of this signer's name. */
    public String sign(long size, byte[] root) {
        var text = new Checkpoint(publicKey.name(), size, root).text();
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(text.getBytes(UTF_8));
            return text + "\n" + publicKey.line(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A checkpoint could not be signed", e);
        }
    }
}
