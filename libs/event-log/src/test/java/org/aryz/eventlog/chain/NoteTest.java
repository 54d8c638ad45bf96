package org.aryz.eventlog.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import org.aryz.eventlog.seal.KeyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteTest {
    private static final String LOG = "aryz/intake/01890000-0000-7000-8000-000000000001";
    private static final byte[] ROOT = new byte[32];

    @TempDir
    Path folder;

    private NoteSigner signer(String name, String key) throws IOException {
        return NoteSigner.withKeyFile(name, Files.writeString(folder.resolve("key"), key));
    }

    @Test
    void aSignedCheckpointIsThreeLinesAndASignatureThatItsKeyOpens() throws IOException {
        var signer = signer(LOG, KeyFile.newKey());

        var note = signer.sign(42, ROOT);

        assertThat(note.lines().limit(4))
                .containsExactly(LOG, "42", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "");
        assertThat(note).matches("(?s).*\n\n\u2014 " + LOG + " [A-Za-z0-9+/]{91}=\n");
        var opened = NoteKey.parse(signer.publicKey().vkey()).open(note);
        assertThat(opened.origin()).isEqualTo(LOG);
        assertThat(opened.size()).isEqualTo(42);
        assertThat(opened.root()).isEqualTo(ROOT);
    }

    @Test
    void aChangedNoteAndANoteOfAnotherKeyAreRefused() throws IOException {
        var signer = signer(LOG, KeyFile.newKey());
        var note = signer.sign(42, ROOT);
        var other = signer(LOG, KeyFile.newKey());

        assertThatThrownBy(() -> signer.publicKey().open(note.replace("\n42\n", "\n43\n")))
                .hasMessageContaining("not signed");
        assertThatThrownBy(() -> other.publicKey().open(note)).hasMessageContaining("not signed");
        assertThatThrownBy(() -> signer.publicKey().named("aryz/other").open(note))
                .hasMessageContaining("not signed");
        assertThatThrownBy(() -> signer.publicKey().open("no note")).hasMessageContaining("not signed");
    }

    @Test
    void signaturesOfOthersUnderANoteDoNotDisturb() throws IOException {
        var witness = signer("witness", KeyFile.newKey());
        var signer = signer(LOG, KeyFile.newKey());
        var ofWitness = witness.sign(1, ROOT).lines().skip(4).findFirst().orElseThrow();

        var note = signer.sign(7, ROOT).replace("\n\n", "\n\n" + ofWitness + "\n");

        assertThat(signer.publicKey().open(note).size()).isEqualTo(7);
    }

    @Test
    void theKeyIsThatOfTheSeedAsInRfc8032() throws IOException {
        var seed = HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

        assertThat(HexFormat.of()
                        .formatHex(signer("a", Base64.getEncoder().encodeToString(seed))
                                .publicKey()
                                .bytes()))
                .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    /** The key and the note are the example of golang.org/x/mod/sumdb/note. */
    @Test
    void aNoteSignedByAnotherProgramIsAccepted() {
        var key = NoteKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        var note =
                """
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.

                \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
                """;

        assertThatThrownBy(() -> key.open(note)).hasMessageContaining("a line each for origin, size and root hash");
        assertThatThrownBy(() -> key.open(note.replace("answer", "cause"))).hasMessageContaining("not signed");
    }

    @Test
    void aKeyWhoseHashDoesNotFitIsRefused() {
        assertThatThrownBy(() -> NoteKey.parse("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"))
                .hasMessageContaining("does not match");
        assertThatThrownBy(() -> NoteKey.parse("nothing")).hasMessageContaining("name+hash+base64");
    }
}
