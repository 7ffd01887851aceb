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
 * How does a value stand in a row? As JSON by its components; moments and spans of time as ISO text. What a newer release added is
 * passed over when an older one reads it.
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

    /** Writes a value as what it is called here: of a sealed type the case goes with it. */
    public <T> String write(Class<T> type, T value) {
        try {
            return mapper.writerFor(type).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + type.getSimpleName(), e);
        }
    }

    /** Reads what was written under the same name. */
    public <T> T read(Class<T> type, String text) {
        try {
            return mapper.readValue(text, type);
        } catch (JsonProcessingException e) {
            // the text of the exception quotes the row, which may hold what a person typed: only where is told, not
            // what
            throw new IllegalStateException("a row holds what is not a " + type.getSimpleName() + ": "
                    + e.getClass().getSimpleName());
        }
    }
}
