package dev.lifeline.sandbox.slack.blockkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** Checks one piece of JSON against a rule of Block Kit and adds a problem where it does not fit. */
@FunctionalInterface
interface Validator {

    Validator ANY = (node, pointer, errors) -> {};

    void validate(JsonNode node, String pointer, ValidationErrors errors);

    /** Requires both rules. */
    default Validator and(Validator other) {
        return (node, pointer, errors) -> {
            validate(node, pointer, errors);
            other.validate(node, pointer, errors);
        };
    }

    /** A string of one to so many characters. */
    static Validator string(int max) {
        return stringOfLength(1, max);
    }

    /** A string of at most so many characters, or none. */
    static Validator stringOrEmpty(int max) {
        return stringOfLength(0, max);
    }

    private static Validator stringOfLength(int min, int max) {
        return (node, pointer, errors) -> {
            int length = node.asText().codePointCount(0, node.asText().length());
            if (!node.isTextual()) errors.add(pointer, "must be a string");
            else if (length < min) errors.add(pointer, "must be more than " + (min - 1) + " characters");
            else if (length > max) errors.add(pointer, "must be less than " + (max + 1) + " characters");
        };
    }

    /** A text object of either type, {@code plain_text} or {@code mrkdwn}. */
    static Validator textObject(int max) {
        return byType(
                Map.of("plain_text", plainTextFields(max), "mrkdwn", textField(max).allow("verbatim")));
    }

    /** A {@code plain_text} object. */
    static Validator plainTextObject(int max) {
        return byType(Map.of("plain_text", plainTextFields(max)));
    }

    private static ObjectValidator plainTextFields(int max) {
        return textField(max).allow("emoji");
    }

    private static ObjectValidator textField(int max) {
        return new ObjectValidator().required("text", string(max));
    }

    /** A string that is one of some values. */
    static Validator oneOf(Set<String> values) {
        return (node, pointer, errors) -> {
            if (!values.contains(node.asText())) errors.add(pointer, "unsupported type: " + node.asText());
        };
    }

    /** A whole number within bounds, both included. */
    static Validator integer(int min, int max) {
        return (node, pointer, errors) -> {
            if (!node.isIntegralNumber()) errors.add(pointer, "must be an integer");
            else if (node.asInt() < min || node.asInt() > max)
                errors.add(pointer, "must be within " + min + " and " + max);
        };
    }

    /** A string that matches a regular expression. */
    static Validator matching(String pattern) {
        return (node, pointer, errors) -> {
            if (!node.asText().matches(pattern)) errors.add(pointer, "invalid format");
        };
    }

    /** An array of one to so many items. */
    static Validator array(int max, Validator itemRule) {
        return (node, pointer, errors) -> {
            if (!node.isArray()) errors.add(pointer, "must be an array");
            else if (node.isEmpty()) errors.add(pointer, "no less than 1 items required");
            else if (node.size() > max) errors.add(pointer, "no more than " + max + " items allowed");
            else for (int i = 0; i < node.size(); i++) itemRule.validate(node.get(i), pointer + "/" + i, errors);
        };
    }

    /** An object whose {@code type} selects the rule for it. */
    static Validator byType(Map<String, Validator> byType) {
        return (node, pointer, errors) -> {
            String type = node.path("type").asText();
            Validator validator = byType.get(type);
            if (type.isEmpty()) errors.add(pointer, "missing required field: type");
            else if (validator == null) errors.add(pointer + "/type", "unsupported type: " + type);
            else validator.validate(node, pointer, errors);
        };
    }
}
