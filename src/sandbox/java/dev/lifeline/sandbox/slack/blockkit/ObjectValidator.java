package dev.lifeline.sandbox.slack.blockkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which fields has an object of some kind, and which must it have? Any other is refused, as Slack does, unless it is {@link #additionalAllowed}. */
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

    /** Fields that may be there and hold anything. */
    ObjectValidator allow(String... more) {
        allowedFields.addAll(List.of(more));
        return this;
    }

    /** Fields that are not known here are let through. */
    ObjectValidator additionalAllowed() {
        additionalAllowed = true;
        return this;
    }

    /** At least one of these fields must be there. */
    ObjectValidator requireAnyOf(String... oneOf) {
        alternatives.add(List.of(oneOf));
        return allow(oneOf);
    }

    @Override
    public void validate(JsonNode node, String at, ValidationErrors validationErrors) {
        if (!node.isObject()) {
            validationErrors.add(at, "must be an object");
            return;
        }
        fields.forEach(field -> validate(field, node, at, validationErrors));
        alternatives.stream()
                .filter(oneOf -> oneOf.stream().noneMatch(node::hasNonNull))
                .forEach(oneOf -> validationErrors.add(at, "missing required field: " + String.join(" or ", oneOf)));
        node.propertyStream()
                .filter(property -> !property.getValue().isNull())
                .map(Map.Entry::getKey)
                .filter(name -> !additionalAllowed && !allowedFields.contains(name))
                .forEach(name -> validationErrors.add(at, "invalid additional property: " + name));
    }

    private static void validate(Field field, JsonNode node, String at, ValidationErrors validationErrors) {
        if (node.hasNonNull(field.name())) {
            field.validator().validate(node.get(field.name()), at + "/" + field.name(), validationErrors);
        } else if (field.required()) validationErrors.add(at, "missing required field: " + field.name());
    }
}
