package dev.lifeline.chronicle;

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
final class Facts {

    private final Map<String, String> facts = new LinkedHashMap<>();

    private Facts() {}

    static Map<String, String> of(Record told) {
        Facts facts = new Facts();
        facts.addParts("", told);
        return facts.facts;
    }

    /** {@code LaunchAccepted} is recorded as {@code launch-accepted}. */
    static String name(Object told) {
        return told.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private void addParts(String prefix, Record told) {
        parts(told).forEach((name, value) -> add(prefix + dashed(name), value));
    }

    private void add(String name, Object value) {
        if (value instanceof Optional<?> optional) optional.ifPresent(present -> add(name, present));
        else if (value instanceof OptionalLong number) number.ifPresent(present -> add(name, present));
        else if (value instanceof Record part && !isValue(part)) {
            facts.put(name, name(part));
            addParts(name + ".", part);
        } else facts.put(name, text(value));
    }

    private static String text(Object value) {
        if (value instanceof Enum<?> constant) return constant.name().toLowerCase(Locale.ROOT);
        if (value instanceof Collection<?> several)
            return several.stream().map(Facts::text).sorted().collect(Collectors.joining(", "));
        if (value instanceof Record part)
            return parts(part).values().stream().map(Facts::text).collect(Collectors.joining(" "));
        return value.toString();
    }

    /** A record that is one thing with a name of its own, such as an id, says itself what it is. */
    private static boolean isValue(Record part) {
        return part.getClass().getRecordComponents().length == 1 && parts(part).containsKey("value");
    }

    private static Map<String, Object> parts(Record told) {
        Map<String, Object> parts = new LinkedHashMap<>();
        Stream.of(told.getClass().getRecordComponents()).forEach(one -> parts.put(one.getName(), value(told, one)));
        return parts;
    }

    private static Object value(Record told, RecordComponent component) {
        try {
            return component.getAccessor().invoke(told);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a component of " + told.getClass() + " cannot be read", e);
        }
    }

    private static String dashed(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
