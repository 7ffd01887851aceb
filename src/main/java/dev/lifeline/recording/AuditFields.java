package dev.lifeline.recording;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Flattens a record into the details of an audit entry by reflection, so that an added event or component is in the log
 * without further code.
 *
 * <p>Each component becomes one detail under its name in kebab case: ids as they are, instants and durations in ISO 8601,
 * enum constants in lower case; empty optionals are left out. A component that is itself a record of several parts is named
 * by its type and written in parts, such as {@code denial-reason = missing-permission}, {@code denial-reason.permission =
 * server_reload}.
 */
final class AuditFields {

    private static final String SEPARATOR = ", ";

    private final Map<String, String> fields = new LinkedHashMap<>();

    private AuditFields() {}

    static Map<String, String> of(Record value) {
        AuditFields auditFields = new AuditFields();
        auditFields.addComponents("", value);
        return auditFields.fields;
    }

    /** {@code LaunchAccepted} is recorded as {@code launch-accepted}. */
    static String typeName(Record value) {
        return typeName(value.getClass());
    }

    /** Returns the type's name in kebab case: {@code LaunchAccepted} is {@code launch-accepted}. */
    static String typeName(Class<? extends Record> type) {
        return toKebabCase(type.getSimpleName());
    }

    /**
     * Returns the detail's name of a component, for code that reads it back.
     *
     * @throws IllegalArgumentException when the record has no such component
     */
    static String fieldName(Class<? extends Record> type, String component) {
        boolean known = Stream.of(type.getRecordComponents())
                .anyMatch(one -> one.getName().equals(component));
        if (!known) throw new IllegalArgumentException(type.getSimpleName() + " has no component " + component);
        return toKebabCase(component);
    }

    private void addComponents(String prefix, Record value) {
        components(value).forEach((name, component) -> add(prefix + toKebabCase(name), component));
    }

    private void add(String name, Object value) {
        if (value instanceof Optional<?> optional) optional.ifPresent(present -> add(name, present));
        else if (value instanceof OptionalLong number) number.ifPresent(present -> add(name, present));
        else if (value instanceof Record part && !isSingleValue(part)) {
            fields.put(name, typeName(part));
            addComponents(name + ".", part);
        } else fields.put(name, format(value));
    }

    static String format(Object value) {
        if (value instanceof Enum<?> constant) return constant.name().toLowerCase(Locale.ROOT);
        if (value instanceof Collection<?> several)
            return several.stream().map(AuditFields::format).sorted().collect(Collectors.joining(SEPARATOR));
        if (value instanceof Record part)
            return components(part).values().stream().map(AuditFields::format).collect(Collectors.joining(" "));
        return value.toString();
    }

    /** Splits a detail that was written from a collection. */
    static Stream<String> parseList(String detail) {
        return Stream.of(detail.split(SEPARATOR, -1));
    }

    /** Whether the record wraps one value, such as an id: its {@code toString} is the detail. */
    private static boolean isSingleValue(Record part) {
        return part.getClass().getRecordComponents().length == 1
                && components(part).containsKey("value");
    }

    private static Map<String, Object> components(Record value) {
        Map<String, Object> parts = new LinkedHashMap<>();
        Stream.of(value.getClass().getRecordComponents())
                .forEach(component -> parts.put(component.getName(), componentValue(value, component)));
        return parts;
    }

    private static Object componentValue(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("record component not readable: " + component, e);
        }
    }

    private static String toKebabCase(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
