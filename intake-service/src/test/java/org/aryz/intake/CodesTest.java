package org.aryz.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of the model are those of the contracts. */
class CodesTest {
    @ParameterizedTest
    @CsvSource({
        "channel,Channel",
        "allegationKind,AllegationKind",
        "placeType,PlaceType",
        "agency,Agency",
        "consentUse,ConsentUse",
        "precision,Precision"
    })
    void aListIsTheOneOfTheContracts(String list, String type) throws Exception {
        var words = Class.forName("org.aryz.intake." + type).getEnumConstants();

        assertThat(Stream.of(words).map(word -> ((Code) word).code())).containsExactlyInAnyOrderElementsOf(words(list));
    }

    private static List<String> words(String list) throws IOException {
        try (var file = CodesTest.class.getResourceAsStream("/contracts/codes.v1.schema.json")) {
            var codes = new ObjectMapper().readTree(file);
            return StreamSupport.stream(codes.at("/$defs/" + list + "/enum").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        }
    }
}
