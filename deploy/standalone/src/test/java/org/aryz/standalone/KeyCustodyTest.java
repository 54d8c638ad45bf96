package org.aryz.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aryz.eventlog.seal.KeyFile;
import org.aryz.eventlog.seal.KeyShares;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCustodyTest {

    @TempDir
    Path folder;

    @Test
    void twoSharesWriteTheKeyFileAgain() throws Exception {
        var keys = Files.writeString(folder.resolve("keys"), KeyFile.newKey() + "\n");
        var shares = KeyShares.split(keys, folder, List.of("one", "two", "three"));
        var again = folder.resolve("again");

        KeyCustody.recover(List.of(shares.get(2).toString(), shares.get(0).toString(), again.toString()));

        assertThat(again).hasSameTextualContentAs(keys);
    }

    @Test
    void whatIsWrongIsSaidWithoutAKey() throws Exception {
        var keys = Files.writeString(folder.resolve("keys"), "no key at all");

        assertThatThrownBy(() -> KeyCustody.retire(keys.toString()))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining(keys.toString())
                .hasMessageNotContaining("no key at all");
        assertThatThrownBy(() -> KeyCustody.split(List.of(keys.toString(), "alone")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("two or more");
    }

    @Test
    void retiringLeavesTheNewestKey() throws Exception {
        var keys = new KeyFile(Files.writeString(folder.resolve("keys"), KeyFile.newKey() + "\n"));
        keys.add();
        var newest = keys.read().newestId();

        KeyCustody.retire(keys.path().toString());

        assertThat(keys.read().isSingle()).isTrue();
        assertThat(keys.read().newestId()).isEqualTo(newest);
    }
}
