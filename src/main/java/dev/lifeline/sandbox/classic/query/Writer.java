package dev.lifeline.sandbox.classic.query;

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
 * How does a value look in JSON? Naming one local property drops the other local ones; a relation comes only where asked
 * for, and is absent where there is none. Dates carry the offset of the API user's time zone (softlayer.md 1.2).
 */
public final class Writer {

    /** The default of a user's profile. */
    private static final ZoneId CENTRAL = ZoneId.of("America/Chicago");

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
    /** What the event log has. */
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Schema schema;
    private final boolean withTypes;
    private final IdentityHashMap<Mask, Map<String, Plan>> plans = new IdentityHashMap<>();

    /**
     * A writer for one answer.
     *
     * @param withTypes whether objects say their {@code complexType}, as the header SoftLayer-Include-Types asks
     */
    public Writer(Schema schema, boolean withTypes) {
        this.schema = schema;
        this.withTypes = withTypes;
    }

    /** A scalar, an object or a list. */
    public JsonNode write(@Nullable Object value, Mask mask) {
        if (value instanceof Thing thing) return object(thing, mask);
        if (value instanceof Collection<?> many) return list(many, mask);
        return scalar(value);
    }

    private ArrayNode list(Collection<?> many, Mask mask) {
        ArrayNode array = JSON.arrayNode();
        many.forEach(one -> array.add(write(one, mask)));
        return array;
    }

    /** What is written of objects of one type under one mask; worked out once, for lists are long. */
    private record Plan(Mask mask, List<String> locals) {}

    private ObjectNode object(Thing thing, Mask asked) {
        Plan plan = plans.computeIfAbsent(asked, ignored -> new HashMap<>())
                .computeIfAbsent(thing.type(), type -> plan(type, asked));
        ObjectNode node = JSON.objectNode();
        if (withTypes) node.put("complexType", thing.type());
        plan.locals().forEach(name -> putLocal(node, name, thing.value(name)));
        plan.mask().named().forEach((name, below) -> putRelation(node, thing, name, below));
        return node;
    }

    private Plan plan(String type, Mask asked) {
        Mask mask = asked.seenAs(type, schema);
        List<String> all =
                schema.locals(type).stream().map(Property::name).distinct().toList();
        List<String> named = all.stream().filter(mask.named()::containsKey).toList();
        return new Plan(mask, named.isEmpty() ? all : named);
    }

    private void putLocal(ObjectNode node, String name, @Nullable Object value) {
        if (value != null) node.set(name, write(value, Mask.LOCALS));
    }

    private void putRelation(ObjectNode node, Thing thing, String name, Mask below) {
        if (node.has(name) && below.equals(Mask.LOCALS)) return;
        Object value = valueOf(thing, name);
        if (value != null) node.set(name, write(value, below));
    }

    /** What the object says; a count it does not say itself is counted. */
    private @Nullable Object valueOf(Thing thing, String name) {
        Object value = thing.value(name);
        if (value != null || !name.endsWith("Count")) return value;
        String one = name.substring(0, name.length() - "Count".length());
        return List.of(one + "s", one, one + "es").stream()
                .map(thing::value)
                .filter(Collection.class::isInstance)
                .map(many -> (long) ((Collection<?>) Objects.requireNonNull(many)).size())
                .findFirst()
                .orElse(null);
    }

    private static JsonNode scalar(@Nullable Object value) {
        if (value == null) return JSON.nullNode();
        if (value instanceof JsonNode node) return node;
        if (value instanceof Boolean truth) return JSON.booleanNode(truth);
        if (value instanceof Long number) return JSON.numberNode(number);
        if (value instanceof Integer number) return JSON.numberNode(number);
        if (value instanceof BigDecimal number) return JSON.numberNode(number);
        if (value instanceof Map<?, ?> object) return JSON.pojoNode(object);
        return JSON.textNode(value instanceof Instant instant ? dated(instant) : value.toString());
    }

    /** The date as the provider writes it, such as {@code 2020-04-27T15:10:56-07:00}; fractions only where there are any. */
    public static String dated(Instant instant) {
        return (instant.equals(instant.truncatedTo(ChronoUnit.SECONDS)) ? SECONDS : MICROS)
                .format(instant.atZone(CENTRAL));
    }
}
