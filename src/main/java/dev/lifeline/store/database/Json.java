package dev.lifeline.store.database;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Reads and writes values as JSON: records by their components, times and durations as ISO 8601 text. Unknown properties are ignored, so
 * that a release reads what a newer one wrote; a component that is missing is refused, unless it is optional or a primitive. Thread-safe.
 */
public final class Json {

    /** What stands for itself where it is missing: empty, false or 0. */
    private static final List<Class<?>> WITH_DEFAULT = List.of(
            Optional.class,
            OptionalLong.class,
            OptionalInt.class,
            OptionalDouble.class,
            boolean.class,
            int.class,
            long.class,
            double.class);

    private final JsonMapper mapper = createMapper();

    private static JsonMapper createMapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .annotationIntrospector(new AnnotationIntrospectorPair(
                        new SealedTypeIntrospector(), new JacksonAnnotationIntrospector()))
                .visibility(PropertyAccessor.GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL));
        for (Class<?> type : WITH_DEFAULT)
            builder.withConfigOverride(
                    type, override -> override.setSetterInfo(JsonSetter.Value.construct(Nulls.SET, Nulls.FAIL)));
        return builder.build();
    }

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
            T value = mapper.readValue(text, type);
            if (value == null) throw new IllegalStateException("a row holds no " + type.getSimpleName());
            return value;
        } catch (JsonProcessingException e) {
            // Jackson's message quotes the row, which may hold texts of users (promise P9)
            throw new IllegalStateException("a row holds what is no " + type.getSimpleName() + ": "
                    + e.getClass().getSimpleName());
        }
    }
}
