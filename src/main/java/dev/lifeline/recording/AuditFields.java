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
 * What of a happening goes on the record? Each of its components as a fact by its own name, so that none is forgotten when a happening
 * is added or grows: ids as they are, moments and spans in ISO form, names in lower case. What is itself a record is named and told in
 * parts, such as {@code objection = lacks}, {@code objection.permission = SERVER_RELOAD}.
 */
final class AuditFields {

    private final Map<String, String> fields = new LinkedHashMap<>();

    private AuditFields() {}

    static Map<String, String> of(Record told) {
        AuditFields auditFields = new AuditFields();
        auditFields.addComponents("", told);
        return auditFields.fields;
    }

    /** {@code LaunchAccepted} is recorded as {@code launch-accepted}. */
    static String typeName(Object told) {
        return told.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private void addComponents(String prefix, Record told) {
        components(told).forEach((name, value) -> add(prefix + toKebabCase(name), value));
    }

    private void add(String name, Object value) {
        if (value instanceof Optional<?> optional) optional.ifPresent(present -> add(name, present));
        else if (value instanceof OptionalLong number) number.ifPresent(present -> add(name, present));
        else if (value instanceof Record part && !isSingleValue(part)) {
            fields.put(name, typeName(part));
            addComponents(name + ".", part);
        } else fields.put(name, format(value));
    }

    private static String format(Object value) {
        if (value instanceof Enum<?> constant) return constant.name().toLowerCase(Locale.ROOT);
        if (value instanceof Collection<?> several)
            return several.stream().map(AuditFields::format).sorted().collect(Collectors.joining(", "));
        if (value instanceof Record part)
            return components(part).values().stream().map(AuditFields::format).collect(Collectors.joining(" "));
        return value.toString();
    }

    /** A record that is one thing with a name of its own, such as an id, says itself what it is. */
    private static boolean isSingleValue(Record part) {
        return part.getClass().getRecordComponents().length == 1
                && components(part).containsKey("value");
    }

    private static Map<String, Object> components(Record told) {
        Map<String, Object> parts = new LinkedHashMap<>();
        Stream.of(told.getClass().getRecordComponents())
                .forEach(one -> parts.put(one.getName(), componentValue(told, one)));
        return parts;
    }

    private static Object componentValue(Record told, RecordComponent component) {
        try {
            return component.getAccessor().invoke(told);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a component of " + told.getClass() + " cannot be read", e);
        }
    }

    private static String toKebabCase(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
