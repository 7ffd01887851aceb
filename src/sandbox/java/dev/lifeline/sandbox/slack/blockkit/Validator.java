package dev.lifeline.sandbox.slack.blockkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** Is this piece of JSON as Block Kit wants it? Tells the problems otherwise. */
@FunctionalInterface
interface Validator {

    Validator ANY = (node, at, validationErrors) -> {};

    void validate(JsonNode node, String at, ValidationErrors validationErrors);

    /** Both must be satisfied. */
    default Validator and(Validator other) {
        return (node, at, validationErrors) -> {
            validate(node, at, validationErrors);
            other.validate(node, at, validationErrors);
        };
    }

    /** A string of one to so many characters. */
    static Validator string(int most) {
        return stringOfLength(1, most);
    }

    /** A string of at most so many characters, or none. */
    static Validator stringOrEmpty(int most) {
        return stringOfLength(0, most);
    }

    private static Validator stringOfLength(int least, int most) {
        return (node, at, validationErrors) -> {
            int length = node.asText().codePointCount(0, node.asText().length());
            if (!node.isTextual()) validationErrors.add(at, "must be a string");
            else if (length < least) validationErrors.add(at, "must be more than " + (least - 1) + " characters");
            else if (length > most) validationErrors.add(at, "must be less than " + (most + 1) + " characters");
        };
    }

    /** A text object of either kind. */
    static Validator textObject(int most) {
        return byType(
                Map.of("plain_text", plainTextFields(most), "mrkdwn", textField(most).allow("verbatim")));
    }

    /** A plain_text object. */
    static Validator plainTextObject(int most) {
        return byType(Map.of("plain_text", plainTextFields(most)));
    }

    private static ObjectValidator plainTextFields(int most) {
        return textField(most).allow("emoji");
    }

    private static ObjectValidator textField(int most) {
        return new ObjectValidator().required("text", string(most));
    }

    /** One of some words. */
    static Validator oneOf(Set<String> words) {
        return (node, at, validationErrors) -> {
            if (!words.contains(node.asText())) validationErrors.add(at, "unsupported type: " + node.asText());
        };
    }

    /** A whole number within bounds, both included. */
    static Validator integer(int least, int most) {
        return (node, at, validationErrors) -> {
            if (!node.isIntegralNumber()) validationErrors.add(at, "must be an integer");
            else if (node.asInt() < least || node.asInt() > most)
                validationErrors.add(at, "must be within " + least + " and " + most);
        };
    }

    /** A string of some pattern. */
    static Validator matching(String pattern) {
        return (node, at, validationErrors) -> {
            if (!node.asText().matches(pattern)) validationErrors.add(at, "invalid format");
        };
    }

    /** A list of one to so many items. */
    static Validator array(int most, Validator item) {
        return (node, at, validationErrors) -> {
            if (!node.isArray()) validationErrors.add(at, "must be an array");
            else if (node.isEmpty()) validationErrors.add(at, "no less than 1 items required");
            else if (node.size() > most) validationErrors.add(at, "no more than " + most + " items allowed");
            else for (int i = 0; i < node.size(); i++) item.validate(node.get(i), at + "/" + i, validationErrors);
        };
    }

    /** An object whose {@code type} says which of some checks is for it. */
    static Validator byType(Map<String, Validator> byType) {
        return (node, at, validationErrors) -> {
            String type = node.path("type").asText();
            Validator validator = byType.get(type);
            if (type.isEmpty()) validationErrors.add(at, "missing required field: type");
            else if (validator == null) validationErrors.add(at + "/type", "unsupported type: " + type);
            else validator.validate(node, at, validationErrors);
        };
    }
}
