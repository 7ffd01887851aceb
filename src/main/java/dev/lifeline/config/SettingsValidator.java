package dev.lifeline.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads and checks single settings, and collects every problem instead of stopping at the first. Not thread-safe. */
final class SettingsValidator {

    private final Map<String, String> values;
    private final List<String> problems = new ArrayList<>();

    SettingsValidator(Map<String, String> values) {
        this.values = values;
    }

    /** A required value that matches a pattern; empty after a problem. */
    String required(String name, Pattern shape, String meaning) {
        Optional<String> value = value(name);
        if (value.isEmpty()) problems.add(name + " is missing: " + meaning);
        return value.filter(text -> matches(name, text, shape, meaning)).orElse("");
    }

    /** An optional value that matches a pattern where it is present. */
    Optional<String> optional(String name, Pattern shape, String meaning) {
        return value(name).filter(text -> matches(name, text, shape, meaning));
    }

    /** A value with a default. */
    String orDefault(String name, String defaultValue) {
        return value(name).orElse(defaultValue);
    }

    URI httpUrl(String name, String defaultValue) {
        return parseHttpUrl(name, orDefault(name, defaultValue)).orElse(URI.create(defaultValue));
    }

    /** An optional URL. */
    Optional<URI> httpUrl(String name) {
        return value(name).flatMap(text -> parseHttpUrl(name, text));
    }

    private Optional<URI> parseHttpUrl(String name, String text) {
        try {
            URI address = new URI(text);
            boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (http && address.getHost() != null) return Optional.of(address);
        } catch (URISyntaxException e) {
            // reported below, with the same words as every other wrong address
        }
        problems.add(name + " is not an http or https address: '" + text + "'");
        return Optional.empty();
    }

    /** A whole number from 1 to {@code max}. */
    int positiveInt(String name, int defaultValue, int max) {
        String text = orDefault(name, Integer.toString(defaultValue));
        if (text.matches("[1-9]\\d{0,5}") && Integer.parseInt(text) <= max) return Integer.parseInt(text);
        problems.add(name + " is not a number from 1 to " + max + ": '" + text + "'");
        return defaultValue;
    }

    /** A port that may be absent. */
    Optional<Integer> optionalPort(String name) {
        return value(name).map(given -> port(name, 0));
    }

    int port(String name, int defaultValue) {
        String text = orDefault(name, Integer.toString(defaultValue));
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535) return Integer.parseInt(text);
        problems.add(name + " is not a port, 0 to 65535: '" + text + "'");
        return defaultValue;
    }

    /** Rejects a blank value: for a secret, and for what closes something, blank must never mean absent. */
    void rejectBlank(String name, String explanation) {
        String value = values.get(name);
        if (value != null && value.isBlank()) problems.add(name + " is blank: " + explanation);
    }

    /** Ids separated by commas or spaces; none where the setting is absent. */
    Set<String> ids(String name, Pattern shape, String meaning) {
        String text = orDefault(name, "");
        if (text.isEmpty()) return Set.of();
        Set<String> ids = Set.copyOf(Arrays.asList(text.split("[,\\s]+")));
        if (ids.isEmpty() || !ids.stream().allMatch(id -> shape.matcher(id).matches()))
            problems.add(name + " does not look right: " + meaning);
        return ids;
    }

    void addProblem(String text) {
        problems.add(text);
    }

    void throwIfInvalid() {
        if (!problems.isEmpty()) throw new InvalidSettingsException(problems);
    }

    private boolean matches(String name, String text, Pattern shape, String meaning) {
        boolean fits = shape.matcher(text).matches();
        if (!fits) problems.add(name + " does not look right: " + meaning);
        return fits;
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name))
                .filter(text -> !text.isBlank())
                .map(String::strip);
    }
}
