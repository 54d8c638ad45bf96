package org.aryz.notification.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.aryz.notification.application.Recipient;
import org.aryz.notification.application.Recipients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of recipients is whole, or it is refused with a sentence that says what to do. */
class RecipientsFileTest {
    private static final String ENTRY =
            """
            [{ "id": "r-1", "organisation": "coalition", "email": "a@mail.test", "language": "ky",
               "zone": "Asia/Bishkek", "role": "lawyer", "jurisdictions": ["KG"], "severities": ["urgent", "breach"] }]""";

    @TempDir
    Path directory;

    @Test
    void aWholeListIsTakenAndTheCoalitionIsTheFallback() throws IOException {
        assertThat(recipients(ENTRY).fallback()).extracting(Recipient::id).containsExactly("r-1");
    }

    @Test
    void aMissingFileIsRefused() {
        assertThatThrownBy(() -> read(directory.resolve("none.json")))
                .hasMessageStartingWith("ARYZ_RECIPIENTS_FILE: " + directory.resolve("none.json"))
                .hasMessageContaining("no such file")
                .hasMessageContaining("docs/operations.md");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"ky\" | 'ky' | line 1, column",
                "\"id\" | \"name\" | line 2, column",
                "\"r-1\" | \"\" | entry 1: id must match",
                "\"coalition\" | \"The Coalition\" | entry 1: organisation must match",
                "a@mail.test | nobody mail.test | entry 1: email must match",
                "\"ky\" | \"fr\" | entry 1: language must be of en, ru, ky, kk",
                "Asia/Bishkek | Mars/Base | entry 1: zone must be a name",
                "\"lawyer\" | \"judge\" | entry 1: role must be of case-worker, lawyer, coordinator",
                "\"breach\" | \"panic\" | entry 1: severities must be of info, warning, urgent, breach",
                "\"language\": \"ky\", | '' | entry 1: language must be of",
                "\"jurisdictions\": [\"KG\"], | '' | entry 1: jurisdictions is missing",
                "\"organisation\": \"coalition\" | \"organisation\": \"hotline\" | no fallback recipient"
            })
    void aListThatLeavesADoubtIsRefusedSayingWhereAndWhatToDo(String right, String wrong, String said) {
        assertThatThrownBy(() -> recipients(ENTRY.replace(right, wrong)))
                .hasMessageContaining(said)
                .hasMessageContaining("docs/operations.md")
                .hasMessageNotContaining("mail.test");
    }

    private Recipients recipients(String json) throws IOException {
        return read(Files.writeString(directory.resolve("recipients.json"), json));
    }

    private static Recipients read(Path file) {
        return new RecipientsFile().recipients(file, Optional.empty(), "coalition");
    }
}
