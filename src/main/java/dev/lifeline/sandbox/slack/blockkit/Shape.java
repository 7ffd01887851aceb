package dev.lifeline.sandbox.slack.blockkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which fields has an object of some kind, and which must it have? Any other is refused, as Slack does, unless it is {@link #open}. */
final class Shape implements Check {

    private record Field(String name, boolean required, Check check) {}

    private final List<Field> fields = new ArrayList<>();
    private final List<List<String>> alternatives = new ArrayList<>();
    private final Set<String> names = new HashSet<>(Set.of("type"));
    private boolean open;

    Shape must(String name, Check check) {
        return take(new Field(name, true, check));
    }

    Shape may(String name, Check check) {
        return take(new Field(name, false, check));
    }

    private Shape take(Field field) {
        fields.add(field);
        names.add(field.name());
        return this;
    }

    /** Fields that may be there and hold anything. */
    Shape with(String... more) {
        names.addAll(List.of(more));
        return this;
    }

    /** Fields that are not known here are let through. */
    Shape open() {
        open = true;
        return this;
    }

    /** At least one of these fields must be there. */
    Shape either(String... oneOf) {
        alternatives.add(List.of(oneOf));
        return with(oneOf);
    }

    @Override
    public void look(JsonNode node, String at, Problems problems) {
        if (!node.isObject()) {
            problems.add(at, "must be an object");
            return;
        }
        fields.forEach(field -> look(field, node, at, problems));
        alternatives.stream()
                .filter(oneOf -> oneOf.stream().noneMatch(node::hasNonNull))
                .forEach(oneOf -> problems.add(at, "missing required field: " + String.join(" or ", oneOf)));
        node.propertyStream()
                .filter(property -> !property.getValue().isNull())
                .map(Map.Entry::getKey)
                .filter(name -> !open && !names.contains(name))
                .forEach(name -> problems.add(at, "invalid additional property: " + name));
    }

    private static void look(Field field, JsonNode node, String at, Problems problems) {
        if (node.hasNonNull(field.name())) {
            field.check().look(node.get(field.name()), at + "/" + field.name(), problems);
        } else if (field.required()) problems.add(at, "missing required field: " + field.name());
    }
}
