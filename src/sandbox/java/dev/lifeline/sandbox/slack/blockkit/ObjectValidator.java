package dev.lifeline.sandbox.slack.blockkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields of an object and their rules. Any other field is refused, as Slack does, unless {@link #additionalAllowed}.
 * Configured once, then read-only.
 */
final class ObjectValidator implements Validator {

    private record Field(String name, boolean required, Validator validator) {}

    private final List<Field> fields = new ArrayList<>();
    private final List<List<String>> alternatives = new ArrayList<>();
    private final Set<String> allowedFields = new HashSet<>(Set.of("type"));
    private boolean additionalAllowed;

    ObjectValidator required(String name, Validator validator) {
        return addField(new Field(name, true, validator));
    }

    ObjectValidator optional(String name, Validator validator) {
        return addField(new Field(name, false, validator));
    }

    private ObjectValidator addField(Field field) {
        fields.add(field);
        allowedFields.add(field.name());
        return this;
    }

    /** Accepts optional fields of any value. */
    ObjectValidator allow(String... names) {
        allowedFields.addAll(List.of(names));
        return this;
    }

    /** Accepts fields that are not known here. */
    ObjectValidator additionalAllowed() {
        additionalAllowed = true;
        return this;
    }

    /** Requires at least one of these fields. */
    ObjectValidator requireAnyOf(String... oneOf) {
        alternatives.add(List.of(oneOf));
        return allow(oneOf);
    }

    @Override
    public void validate(JsonNode node, String pointer, ValidationErrors errors) {
        if (!node.isObject()) {
            errors.add(pointer, "must be an object");
            return;
        }
        fields.forEach(field -> validate(field, node, pointer, errors));
        alternatives.stream()
                .filter(oneOf -> oneOf.stream().noneMatch(node::hasNonNull))
                .forEach(oneOf -> errors.add(pointer, "missing required field: " + String.join(" or ", oneOf)));
        node.propertyStream()
                .filter(property -> !property.getValue().isNull())
                .map(Map.Entry::getKey)
                .filter(name -> !additionalAllowed && !allowedFields.contains(name))
                .forEach(name -> errors.add(pointer, "invalid additional property: " + name));
    }

    private static void validate(Field field, JsonNode node, String pointer, ValidationErrors errors) {
        if (node.hasNonNull(field.name())) {
            field.validator().validate(node.get(field.name()), pointer + "/" + field.name(), errors);
        } else if (field.required()) errors.add(pointer, "missing required field: " + field.name());
    }
}
