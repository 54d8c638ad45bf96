package org.aryz.referral.proceedings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.aryz.referral.AuthorityCode;
import org.aryz.referral.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every record of a fact has its word, tells nothing personal, and is what its contract says. */
class FactTest {
    private static final Set<Class<?>> SPEAKING_OF_NOBODY = Set.of(
            UUID.class,
            LocalDate.class,
            Integer.class,
            Boolean.class,
            AuthorityCode.class,
            ListedCode.class,
            TermCode.class);

    static Stream<String> kinds() {
        return Fact.KINDS.keySet().stream().sorted();
    }

    @Test
    void everyFactHasAWord() {
        assertThat(Fact.KINDS.values().stream().map(Class::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Fact.class.getDeclaredClasses())
                        .filter(Class::isRecord)
                        .map(Class::getSimpleName)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aFactHasNoText(String kind) {
        assertThat(components(kind)).allSatisfy(component -> assertThat(component.getType())
                .matches(type -> Code.class.isAssignableFrom(type) || SPEAKING_OF_NOBODY.contains(type)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void itsFieldsAndWordsAreThoseOfTheContract(String kind) throws IOException {
        var contract = contract(kind).path("properties");

        assertThat(components(kind)).allSatisfy(component -> {
            var name = component.getName().equals("gravity") ? "class" : component.getName();
            assertThat(contract.has(name)).isTrue();
            var words = words(contract.path(name));
            if (!words.isMissingNode()) {
                assertThat(codes(component)).isEqualTo(texts(words));
            }
        });
    }

    private static Stream<RecordComponent> components(String kind) {
        return Stream.of(Objects.requireNonNull(Fact.KINDS.get(kind)).getRecordComponents());
    }

    private static Set<String> codes(RecordComponent component) {
        var codes = new TreeSet<String>();
        for (var word : component.getType().getEnumConstants()) {
            codes.add(((Code) word).code());
        }
        return codes;
    }

    private static Set<String> texts(JsonNode words) {
        var texts = new TreeSet<String>();
        StreamSupport.stream(words.spliterator(), false).map(JsonNode::asText).forEach(texts::add);
        return texts;
    }

    /** The words of a closed list, which may stand among those that contracts share. */
    private static JsonNode words(JsonNode field) throws IOException {
        var shared = field.path("$ref").asText();
        return shared.isEmpty()
                ? field.path("enum")
                : read("codes.v1.schema.json").at(after('#', shared) + "/enum");
    }

    private static String after(char sign, String text) {
        return text.substring(text.indexOf(sign) + 1);
    }

    private static JsonNode contract(String kind) throws IOException {
        return read("aryz.referrals/" + kind + "/v1.schema.json");
    }

    private static JsonNode read(String name) throws IOException {
        try (var file = FactTest.class.getResourceAsStream("/contracts/" + name)) {
            return new ObjectMapper().readTree(file);
        }
    }
}
