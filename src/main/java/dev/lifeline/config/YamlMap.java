package dev.lifeline.config;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A YAML mapping, read key by key. A wrong value is absent and adds a problem with its line, its key and what is allowed there. */
final class YamlMap {

    private static final Pattern DURATION_PATTERN = Pattern.compile("(\\d{1,5})\\s*([smhd])");
    private static final Map<String, Duration> DURATION_UNITS = Map.of(
            "s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d", Duration.ofDays(1));

    private final Map<String, YamlValue> values;
    private final List<String> problems;
    private final int line;

    YamlMap(YamlValue value, String name, List<String> problems) {
        this.problems = problems;
        this.line = value.line();
        this.values = value.map().orElseGet(() -> {
            addProblemAt(value.line(), name, "has to hold keys with values");
            return Map.of();
        });
    }

    int line() {
        return line;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Adds a problem for every key that is not allowed. */
    void rejectUnknownKeys(Set<String> allowed) {
        values.forEach((key, value) -> {
            if (!allowed.contains(key))
                addProblemAt(value.line(), key, "is not known here; allowed are " + commaSeparated(allowed));
        });
    }

    private static String commaSeparated(Set<String> allowed) {
        return String.join(", ", allowed.stream().sorted().toList());
    }

    /** Whether the key holds keys with values. */
    boolean isMap(String key) {
        return value(key).flatMap(YamlValue::map).isPresent();
    }

    Optional<YamlMap> map(String key) {
        return value(key).map(value -> new YamlMap(value, key, problems));
    }

    List<YamlMap> maps(String key) {
        return value(key).map(value -> listOf(key, value)).orElse(List.of()).stream()
                .map(item -> new YamlMap(item, "each of " + key, problems))
                .toList();
    }

    Set<String> texts(String key) {
        Set<String> texts = new LinkedHashSet<>();
        for (YamlValue item : value(key).map(value -> listOf(key, value)).orElse(List.of()))
            item.text().ifPresentOrElse(texts::add, () -> addProblemAt(item.line(), key, "has to be a list of words"));
        return texts;
    }

    /** Words where the key is there has to be followed by at least one; a {@code #} outside quotes begins a comment. */
    Set<String> nonEmptyTexts(String key) {
        if (value(key).flatMap(YamlValue::list).map(List::isEmpty).orElse(false))
            addProblem(
                    key,
                    "is empty; name at least one, or leave it out (a word that begins with # has to be in quotes)");
        return texts(key);
    }

    private List<YamlValue> listOf(String key, YamlValue value) {
        return value.list().orElseGet(() -> {
            addProblemAt(value.line(), key, "has to be a list");
            return List.of();
        });
    }

    Optional<String> text(String key) {
        return value(key)
                .flatMap(value -> value.text().or(() -> {
                    addProblemAt(value.line(), key, "has to be a word or a sentence");
                    return Optional.empty();
                }));
    }

    /**
     * A text that a reader converts.
     *
     * @param allowed describes the values that the reader accepts
     */
    <T> Optional<T> read(String key, String allowed, Function<String, Optional<T>> reader) {
        return text(key)
                .flatMap(text -> reader.apply(text).or(() -> {
                    addProblemAt(lineOf(key), key, "is '" + text + "', allowed is " + allowed);
                    return Optional.empty();
                }));
    }

    Optional<Integer> integer(String key, int min, int max) {
        return read(
                key,
                "a number from " + min + " to " + max,
                text -> Optional.of(text)
                        .filter(digits -> digits.matches("\\d{1,4}"))
                        .map(Integer::valueOf)
                        .filter(number -> number >= min && number <= max));
    }

    Optional<Boolean> booleanValue(String key) {
        return read(
                key,
                "true or false",
                text -> Optional.of(text)
                        .filter(word -> word.equals("true") || word.equals("false"))
                        .map(Boolean::valueOf));
    }

    /** A duration such as {@code 15m}: a whole number of seconds, minutes, hours or days. */
    Optional<Duration> duration(String key, Duration min, Duration max) {
        return read(
                key,
                "a time such as 90s, 15m, 2h or 1d, from " + format(min) + " to " + format(max),
                text -> duration(text)
                        .filter(duration -> duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0));
    }

    private static Optional<Duration> duration(String text) {
        Matcher matcher = DURATION_PATTERN.matcher(text);
        if (!matcher.matches()) return Optional.empty();
        return Optional.ofNullable(DURATION_UNITS.get(matcher.group(2)))
                .map(unit -> unit.multipliedBy(Long.parseLong(matcher.group(1))));
    }

    private static String format(Duration duration) {
        if (duration.toDays() > 0) return duration.toDays() + "d";
        if (duration.toHours() > 0) return duration.toHours() + "h";
        return duration.toMinutes() > 0 ? duration.toMinutes() + "m" : duration.toSeconds() + "s";
    }

    /** Adds a problem about a key. */
    void addProblem(String key, String problem) {
        addProblemAt(lineOf(key), key, problem);
    }

    private int lineOf(String key) {
        return value(key).map(YamlValue::line).orElse(line);
    }

    private Optional<YamlValue> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    private void addProblemAt(int problemLine, String key, String problem) {
        problems.add("line " + problemLine + ": " + key + " " + problem);
    }
}
