package org.aryz.intake.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import org.aryz.intake.application.IntakeJson;

/** Teaches the mapper of the HTTP interface how the words of the model are written. */
@Singleton
public class WordsOfTheModel implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(IntakeJson.words());
    }
}
