package dev.lifeline.sandbox.slack.blockkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Which fields has an object of some kind, and which must it have? */
final class Shape implements Check {

    private record Field(String name, boolean required, Check check) {}

    private final List<Field> fields = new ArrayList<>();
    private final List<List<String>> alternatives = new ArrayList<>();

    Shape must(String name, Check check) {
        fields.add(new Field(name, true, check));
        return this;
    }

    Shape may(String name, Check check) {
        fields.add(new Field(name, false, check));
        return this;
    }

    /** At least one of these fields must be there. */
    Shape either(String... names) {
        alternatives.add(List.of(names));
        return this;
    }

    @Override
    public void look(JsonNode node, String at, Problems problems) {
        if (!node.isObject()) {
            problems.add(at, "must be an object");
            return;
        }
        fields.forEach(field -> look(field, node, at, problems));
        alternatives.stream()
                .filter(names -> names.stream().noneMatch(node::hasNonNull))
                .forEach(names -> problems.add(at, "missing required field: " + String.join(" or ", names)));
    }

    private static void look(Field field, JsonNode node, String at, Problems problems) {
        if (node.hasNonNull(field.name())) {
            field.check().look(node.get(field.name()), at + "/" + field.name(), problems);
        } else if (field.required()) problems.add(at, "missing required field: " + field.name());
    }
}
