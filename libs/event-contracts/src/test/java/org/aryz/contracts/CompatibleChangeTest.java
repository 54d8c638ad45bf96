package org.aryz.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibleChangeTest {
    private static final String PUBLISHED =
            """
            { "title": "thing.made", "description": "A thing was made.", "type": "object",
              "properties": {
                "kind": { "enum": ["one", "two"] },
                "state": { "$comment": "Closed: readers switch on it.", "enum": ["on", "off"] },
                "name": { "type": "string", "pattern": "^[a-z]+$" },
                "parts": { "type": "array", "items": { "type": "object", "properties": { "no": { "type": "integer" } },
                                                       "required": ["no"] } },
                "when": { "anyOf": [ { "format": "date" }, { "format": "date-time" } ] } },
              "required": ["kind", "name"] }""";

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static java.util.List<String> offences(String old, String replacement) {
        assertThat(PUBLISHED).contains(old);
        return CompatibleChange.offences(json(PUBLISHED), json(PUBLISHED.replace(old, replacement)));
    }

    @Test
    void nothingChangedIsCompatible() {
        assertThat(CompatibleChange.offences(json(PUBLISHED), json(PUBLISHED))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "A thing was made.                     | A thing was made by somebody.",
                "\"one\", \"two\"                      | \"one\", \"two\", \"three\"",
                "\"kind\": {                           | \"more\": { \"type\": \"string\" }, \"kind\": {",
                "\"no\": {                             | \"more\": { \"type\": \"string\" }, \"no\": {",
                "Closed: readers switch on it.         | Closed because readers switch on it.",
            })
    void whatReadersTakeIsAllowed(String old, String replacement) {
        assertThat(offences(old, replacement)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[\"kind\", \"name\"]       | [\"kind\", \"name\", \"when\"]   | /required: when is new; older events lack it",
                "[\"kind\", \"name\"]       | [\"kind\"]                       | /required: name is gone; readers count on it",
                "[\"no\"]                   | []                               | /properties/parts/items/required: no is gone; readers count on it",
                "\"kind\": {                | \"sort\": {                      | /properties/kind was removed",
                "\"one\", \"two\"           | \"one\"                          | /properties/kind/enum: two is gone; older events say it",
                "\"on\", \"off\"            | \"on\", \"off\", \"none\"        | /properties/state/enum: none is new in a closed list",
                "Closed: readers            | Readers                          | /properties/state: a closed list stays closed",
                "\"type\": \"string\"       | \"type\": \"integer\"            | /properties/name/type changed",
                "^[a-z]+$                   | ^[a-z]{3}$                       | /properties/name/pattern changed",
                "\"type\": \"integer\"      | \"type\": \"integer\", \"minimum\": 1 | /properties/parts/items/properties/no/minimum changed",
                "\"format\": \"date\" }     | \"format\": \"time\" }           | /properties/when/anyOf/0/format changed",
                ", { \"format\": \"date-time\" } | ''                          | /properties/when/anyOf changed",
                "thing.made                 | thing.built                      | /title changed",
            })
    void whatBreaksOldEventsOrOldReadersIsNot(String old, String replacement, String offence) {
        assertThat(offences(old, replacement.equals("''") ? "" : replacement)).containsExactly(offence);
    }
}
