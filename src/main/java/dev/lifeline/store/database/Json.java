package dev.lifeline.store.database;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Reads and writes values as JSON: records by their components, times and durations as ISO 8601 text. Unknown properties are ignored, so
 * that a release reads what a newer one wrote. Thread-safe.
 */
public final class Json {

    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .annotationIntrospector(
                    new AnnotationIntrospectorPair(new SealedTypeIntrospector(), new JacksonAnnotationIntrospector()))
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /**
     * Writes a value.
     *
     * @param type as which it will be read; for a sealed type the case is written too
     */
    public <T> String write(Class<T> type, T value) {
        try {
            return mapper.writerFor(type).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + type.getSimpleName(), e);
        }
    }

    /**
     * Reads a value that was written as the same type.
     *
     * @throws IllegalStateException when the text is not one; its message quotes none of the text
     */
    public <T> T read(Class<T> type, String text) {
        try {
            return mapper.readValue(text, type);
        } catch (JsonProcessingException e) {
            // Jackson's message quotes the row, which may hold texts of users (promise P9)
            throw new IllegalStateException("a row holds what is not a " + type.getSimpleName() + ": "
                    + e.getClass().getSimpleName());
        }
    }
}
