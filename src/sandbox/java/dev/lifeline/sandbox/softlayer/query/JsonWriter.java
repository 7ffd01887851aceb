package dev.lifeline.sandbox.softlayer.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as JSON. A mask that names a local property drops the other local ones; a relation is written only where
 * requested, and absent where there is none. Dates carry the offset of the API user's time zone
 * (src/docs/platform/softlayer.md, section REST rules). Not thread-safe: one for each response.
 */
public final class JsonWriter {

    /** The default of a user's profile. */
    private static final ZoneId USER_TIME_ZONE = ZoneId.of("America/Chicago");

    /** The client of the provider expects an object's type as its first property. */
    public static final String COMPLEX_TYPE = "complexType";

    private static final DateTimeFormatter SECONDS_FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
    /** The format of the event log. */
    private static final DateTimeFormatter MICROS_FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx");

    private static final JsonNodeFactory NODE_FACTORY = JsonNodeFactory.instance;

    private final Schema schema;
    private final boolean includeTypes;
    private final IdentityHashMap<ObjectMask, Map<String, Projection>> projections = new IdentityHashMap<>();

    /**
     * @param includeTypes whether objects carry their {@code complexType}, as the header SoftLayer-Include-Types asks
     */
    public JsonWriter(Schema schema, boolean includeTypes) {
        this.schema = schema;
        this.includeTypes = includeTypes;
    }

    /** Writes a scalar, an object or a list. */
    public JsonNode write(@Nullable Object value, ObjectMask objectMask) {
        if (value instanceof ApiObject apiObject) return writeObject(apiObject, objectMask);
        if (value instanceof Collection<?> elements) return writeList(elements, objectMask);
        if (value instanceof Map<?, ?> container) return writeContainer(container);
        return writeScalar(value);
    }

    /** Writes an object that the API puts together for an answer; its type only where types are asked for. */
    private ObjectNode writeContainer(Map<?, ?> container) {
        ObjectNode node = NODE_FACTORY.objectNode();
        container.forEach((name, value) -> {
            if (includeTypes || !name.equals(COMPLEX_TYPE)) node.set(name.toString(), write(value, ObjectMask.LOCAL_PROPERTIES));
        });
        return node;
    }

    private ArrayNode writeList(Collection<?> elements, ObjectMask objectMask) {
        ArrayNode array = NODE_FACTORY.arrayNode();
        elements.forEach(element -> array.add(write(element, objectMask)));
        return array;
    }

    /** What is written of objects of one type under one mask; computed once, because lists are long. */
    private record Projection(ObjectMask mask, List<String> localProperties) {}

    private ObjectNode writeObject(ApiObject apiObject, ObjectMask mask) {
        Projection projection = projections.computeIfAbsent(mask, ignored -> new HashMap<>())
                .computeIfAbsent(apiObject.type(), type -> createProjection(type, mask));
        ObjectNode node = NODE_FACTORY.objectNode();
        if (includeTypes) node.put(COMPLEX_TYPE, apiObject.type());
        projection.localProperties().forEach(name -> putLocalProperty(node, name, apiObject.value(name)));
        projection.mask().properties().forEach((name, submask) -> putRelation(node, apiObject, name, submask));
        return node;
    }

    private Projection createProjection(String type, ObjectMask mask) {
        ObjectMask objectMask = mask.resolveFor(type, schema);
        List<String> localNames =
                schema.localProperties(type).stream().map(Property::name).distinct().toList();
        List<String> requested = localNames.stream().filter(objectMask.properties()::containsKey).toList();
        return new Projection(objectMask, requested.isEmpty() ? localNames : requested);
    }

    private void putLocalProperty(ObjectNode node, String name, @Nullable Object value) {
        if (value != null) node.set(name, write(value, ObjectMask.LOCAL_PROPERTIES));
    }

    private void putRelation(ObjectNode node, ApiObject apiObject, String name, ObjectMask submask) {
        if (node.has(name) && submask.equals(ObjectMask.LOCAL_PROPERTIES)) return;
        Object value = valueOrCount(apiObject, name);
        if (value != null) node.set(name, write(value, submask));
    }

    /** Returns the object's value; a list that it lacks is empty, a count that it lacks is computed from the list. */
    private @Nullable Object valueOrCount(ApiObject apiObject, String name) {
        Object value = apiObject.value(name);
        if (value == null && schema.isListRelation(apiObject.type(), name)) return List.of();
        if (value != null || !name.endsWith("Count")) return value;
        String singular = name.substring(0, name.length() - "Count".length());
        return List.of(singular + "s", singular, singular + "es").stream()
                .map(plural -> apiObject.value(plural) == null && schema.isListRelation(apiObject.type(), plural)
                        ? List.of()
                        : apiObject.value(plural))
                .filter(Collection.class::isInstance)
                .map(elements -> (long) ((Collection<?>) Objects.requireNonNull(elements)).size())
                .findFirst()
                .orElse(null);
    }

    private static JsonNode writeScalar(@Nullable Object value) {
        if (value == null) return NODE_FACTORY.nullNode();
        if (value instanceof JsonNode node) return node;
        if (value instanceof Boolean flag) return NODE_FACTORY.booleanNode(flag);
        if (value instanceof Long number) return NODE_FACTORY.numberNode(number);
        if (value instanceof Integer number) return NODE_FACTORY.numberNode(number);
        if (value instanceof BigDecimal number) return NODE_FACTORY.numberNode(number);
        return NODE_FACTORY.textNode(value instanceof Instant instant ? formatDate(instant) : value.toString());
    }

    /** Formats a date as the provider does, such as {@code 2020-04-27T15:10:56-07:00}; fractions only where there are any. */
    public static String formatDate(Instant instant) {
        return (instant.equals(instant.truncatedTo(ChronoUnit.SECONDS)) ? SECONDS_FORMAT : MICROS_FORMAT)
                .format(instant.atZone(USER_TIME_ZONE));
    }
}
