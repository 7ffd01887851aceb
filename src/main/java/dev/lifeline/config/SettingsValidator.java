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

/** Which settings are there, and what is wrong with them? Collects every problem instead of stopping at the first. */
final class SettingsValidator {

    private final Map<String, String> values;
    private final List<String> problems = new ArrayList<>();

    SettingsValidator(Map<String, String> values) {
        this.values = values;
    }

    /** A value that has to be there, and has to look right. */
    String required(String name, Pattern shape, String meaning) {
        Optional<String> value = value(name);
        if (value.isEmpty()) problems.add(name + " is missing: " + meaning);
        return value.filter(text -> matches(name, text, shape, meaning)).orElse("");
    }

    /** A value that may be absent, but has to look right when it is there. */
    Optional<String> optional(String name, Pattern shape, String meaning) {
        return value(name).filter(text -> matches(name, text, shape, meaning));
    }

    /** A value with a default. */
    String orDefault(String name, String otherwise) {
        return value(name).orElse(otherwise);
    }

    URI httpUrl(String name, String otherwise) {
        return parseHttpUrl(name, orDefault(name, otherwise)).orElse(URI.create(otherwise));
    }

    /** An address that may be absent. */
    Optional<URI> httpUrl(String name) {
        return value(name).flatMap(text -> parseHttpUrl(name, text));
    }

    private Optional<URI> parseHttpUrl(String name, String text) {
        try {
            URI address = new URI(text);
            boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (http && address.getHost() != null) return Optional.of(address);
        } catch (URISyntaxException malformed) {
            // said below, in the words that fit every wrong address
        }
        problems.add(name + " is not an http or https address: '" + text + "'");
        return Optional.empty();
    }

    /** A whole number from 1. */
    int positiveInt(String name, int otherwise, int most) {
        String text = orDefault(name, Integer.toString(otherwise));
        if (text.matches("[1-9]\\d{0,5}") && Integer.parseInt(text) <= most) return Integer.parseInt(text);
        problems.add(name + " is not a number from 1 to " + most + ": '" + text + "'");
        return otherwise;
    }

    /** A port that may be absent. */
    Optional<Integer> optionalPort(String name) {
        return value(name).map(given -> port(name, 0));
    }

    int port(String name, int otherwise) {
        String text = orDefault(name, Integer.toString(otherwise));
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535) return Integer.parseInt(text);
        problems.add(name + " is not a port, 0 to 65535: '" + text + "'");
        return otherwise;
    }

    /** A value that is there but blank: never the same as absent where a secret is concerned. */
    void rejectBlank(String name, String why) {
        String value = values.get(name);
        if (value != null && value.isBlank()) problems.add(name + " is blank: " + why);
    }

    /** Several, separated by commas or spaces; none where it is absent. */
    Set<String> ids(String name, Pattern shape, String meaning) {
        String text = orDefault(name, "");
        if (text.isEmpty()) return Set.of();
        Set<String> ids = Set.copyOf(Arrays.asList(text.split("[,\\s]+")));
        if (!ids.stream().allMatch(id -> shape.matcher(id).matches()))
            problems.add(name + " does not look right: " + meaning);
        return ids;
    }

    void addProblem(String text) {
        problems.add(text);
    }

    /** Names that nobody knows are most often misspelt ones. */
    void rejectUnknown(Set<String> given, Set<String> known) {
        given.stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> problems.add(name + " is not a setting"));
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
