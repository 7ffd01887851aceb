package dev.lifeline.sandbox.softlayer.query;

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
 * Parses object filters. A filter that is malformed or names an unknown property is silently ignored: the provider then
 * returns everything (src/docs/platform/softlayer.md, section REST rules and section Known issues).
 */
final class ObjectFilterParser {

    private static final ObjectMapper OBJECT_MAPPER = new ObjectMapper();

    private final Schema schema;

    ObjectFilterParser(Schema schema) {
        this.schema = schema;
    }

    /**
     * Returns the part of the filter below the relation's name.
     *
     * @param relation what the method returns, such as {@code virtualGuests}; empty where filters have no prefix
     */
    ObjectFilter parse(String text, String relation, String type) {
        try {
            JsonNode root = OBJECT_MAPPER.readTree(text);
            JsonNode filter = relation.isEmpty() ? root : root.path(relation);
            return filter.isObject() ? parseNode(filter, type).orElse(ObjectFilter.MATCH_ALL) : ObjectFilter.MATCH_ALL;
        } catch (JsonProcessingException e) {
            return ObjectFilter.MATCH_ALL;
        }
    }

    private Optional<ObjectFilter> parseNode(JsonNode json, String type) {
        if (json.has("operation")) return parseOperation(json);
        Map<String, ObjectFilter> properties = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> node : json.properties()) {
            Optional<ObjectFilter> filter = parseProperty(node.getKey(), node.getValue(), type);
            if (filter.isEmpty()) return Optional.empty();
            properties.put(node.getKey(), filter.get());
        }
        return Optional.of(new ObjectFilter(properties, null, 0));
    }

    private Optional<ObjectFilter> parseProperty(String name, JsonNode node, String type) {
        if (!node.isObject()) return Optional.empty();
        if (!schema.hasType(type)) return parseNode(node, type);
        return schema.findProperty(type, name).flatMap(property -> parseNode(node, property.type()));
    }

    private static Optional<ObjectFilter> parseOperation(JsonNode json) {
        JsonNode operation = json.path("operation");
        if (operation.isContainerNode()) return Optional.empty();
        String text = operation.isNull() ? "is null" : operation.asText();
        if (text.equalsIgnoreCase("orderBy")) return Optional.of(new ObjectFilter(Map.of(), null, sortDirection(json)));
        Optional<Predicate<@Nullable Object>> test =
                json.path("options").isArray() ? parseOperationWithOptions(text, json) : FilterOperation.parse(text);
        return test.map(found -> new ObjectFilter(Map.of(), found, 0));
    }

    private static int sortDirection(JsonNode json) {
        return optionValues(json, "sort").stream().findFirst().orElse("ASC").equalsIgnoreCase("DESC") ? -1 : 1;
    }

    private static Optional<Predicate<@Nullable Object>> parseOperationWithOptions(String operation, JsonNode json) {
        List<String> data = optionValues(json, "data");
        return switch (operation.toLowerCase(Locale.ROOT)) {
            case "in" -> Optional.of(isIn(data));
            case "or" -> parseAll(data).map(all -> value -> all.stream().anyMatch(one -> one.test(value)));
            case "and" -> parseAll(data).map(all -> value -> all.stream().allMatch(one -> one.test(value)));
            case "greaterthandate" -> dateOption(json, "date").map(date -> FilterOperation.comparison(date, order -> order > 0));
            case "lessthandate" -> dateOption(json, "date").map(date -> FilterOperation.comparison(date, order -> order < 0));
            case "betweendate" -> betweenDates(json);
            default -> Optional.empty();
        };
    }

    private static Predicate<@Nullable Object> isIn(List<String> data) {
        Set<String> values = new HashSet<>(data);
        return value -> value != null && values.contains(value.toString());
    }

    private static Optional<List<Predicate<@Nullable Object>>> parseAll(List<String> operations) {
        List<Predicate<@Nullable Object>> all = new ArrayList<>();
        operations.forEach(one -> FilterOperation.parse(one).ifPresent(all::add));
        return all.size() == operations.size() && !all.isEmpty() ? Optional.of(all) : Optional.empty();
    }

    private static Optional<Predicate<@Nullable Object>> betweenDates(JsonNode json) {
        Optional<String> start = dateOption(json, "startDate");
        Optional<String> end = dateOption(json, "endDate");
        if (start.isEmpty() || end.isEmpty()) return Optional.empty();
        return Optional.of(FilterOperation.comparison(start.get(), order -> order >= 0)
                .and(FilterOperation.comparison(end.get(), order -> order <= 0)));
    }

    private static Optional<String> dateOption(JsonNode json, String name) {
        return optionValues(json, name).stream()
                .findFirst()
                .filter(text -> FilterOperation.parseInstant(text).isPresent());
    }

    private static List<String> optionValues(JsonNode json, String name) {
        List<String> values = new ArrayList<>();
        for (JsonNode option : json.path("options"))
            if (option.path("name").asText().equals(name))
                option.path("value").forEach(value -> values.add(value.asText()));
        return values;
    }
}
