package dev.lifeline.sandbox.classic.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object filter, and quietly reads nothing where it is broken or names what does not exist: the provider then
 * returns everything (softlayer.md 1.2, trap 3).
 */
final class FilterReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Schema schema;

    FilterReader(Schema schema) {
        this.schema = schema;
    }

    /**
     * The filter's part below the relation's name.
     *
     * @param relation what the method returns, such as {@code virtualGuests}; empty where filters carry no prefix
     */
    Filter read(String text, String relation, String type) {
        try {
            JsonNode root = JSON.readTree(text);
            JsonNode below = relation.isEmpty() ? root : root.path(relation);
            return below.isObject() ? node(below, type).orElse(Filter.ALL) : Filter.ALL;
        } catch (JsonProcessingException malformed) {
            return Filter.ALL;
        }
    }

    private Optional<Filter> node(JsonNode json, String type) {
        if (json.has("operation")) return operation(json);
        Map<String, Filter> properties = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> asked : json.properties()) {
            Optional<Filter> below = property(asked.getKey(), asked.getValue(), type);
            if (below.isEmpty()) return Optional.empty();
            properties.put(asked.getKey(), below.get());
        }
        return Optional.of(new Filter(properties, null, 0));
    }

    private Optional<Filter> property(String name, JsonNode asked, String type) {
        if (!asked.isObject()) return Optional.empty();
        if (!schema.knows(type)) return node(asked, type);
        return schema.property(type, name).flatMap(property -> node(asked, property.type()));
    }

    private static Optional<Filter> operation(JsonNode json) {
        JsonNode operation = json.path("operation");
        if (operation.isContainerNode()) return Optional.empty();
        String text = operation.isNull() ? "is null" : operation.asText();
        if (text.equalsIgnoreCase("orderBy")) return Optional.of(new Filter(Map.of(), null, direction(json)));
        Optional<Predicate<@Nullable Object>> test =
                json.path("options").isArray() ? optioned(text, json) : Criterion.of(text);
        return test.map(found -> new Filter(Map.of(), found, 0));
    }

    private static int direction(JsonNode json) {
        return option(json, "sort").stream().findFirst().orElse("ASC").equalsIgnoreCase("DESC") ? -1 : 1;
    }

    private static Optional<Predicate<@Nullable Object>> optioned(String operation, JsonNode json) {
        List<String> data = option(json, "data");
        return switch (operation.toLowerCase(Locale.ROOT)) {
            case "in" -> Optional.of(among(data));
            case "or" -> every(data).map(all -> value -> all.stream().anyMatch(one -> one.test(value)));
            case "and" -> every(data).map(all -> value -> all.stream().allMatch(one -> one.test(value)));
            case "greaterthandate" -> dated(json, "date").map(date -> Criterion.compared(date, order -> order > 0));
            case "lessthandate" -> dated(json, "date").map(date -> Criterion.compared(date, order -> order < 0));
            case "betweendate" -> between(json);
            default -> Optional.empty();
        };
    }

    private static Predicate<@Nullable Object> among(List<String> data) {
        Set<String> wanted = new HashSet<>(data);
        return value -> value != null && wanted.contains(value.toString());
    }

    private static Optional<List<Predicate<@Nullable Object>>> every(List<String> operations) {
        List<Predicate<@Nullable Object>> all = new ArrayList<>();
        operations.forEach(one -> Criterion.of(one).ifPresent(all::add));
        return all.size() == operations.size() && !all.isEmpty() ? Optional.of(all) : Optional.empty();
    }

    private static Optional<Predicate<@Nullable Object>> between(JsonNode json) {
        Optional<String> start = dated(json, "startDate");
        Optional<String> end = dated(json, "endDate");
        if (start.isEmpty() || end.isEmpty()) return Optional.empty();
        return Optional.of(Criterion.compared(start.get(), order -> order >= 0)
                .and(Criterion.compared(end.get(), order -> order <= 0)));
    }

    private static Optional<String> dated(JsonNode json, String name) {
        return option(json, name).stream()
                .findFirst()
                .filter(text -> Criterion.instant(text).isPresent());
    }

    private static List<String> option(JsonNode json, String name) {
        List<String> values = new ArrayList<>();
        for (JsonNode option : json.path("options"))
            if (option.path("name").asText().equals(name))
                option.path("value").forEach(value -> values.add(value.asText()));
        return values;
    }
}
