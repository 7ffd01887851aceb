package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.account.Device;
import dev.lifeline.sandbox.softlayer.account.DeviceSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A parsed search, such as {@code _objectType:A,B hostname:web* "exact words" -not}. All terms must match; a term without
 * wildcards matches a whole value or one word of it.
 *
 * @param objectTypes the requested object types; empty for all
 */
record SearchQuery(Set<String> objectTypes, List<Term> terms) {

    private static final Pattern TERM_PATTERN = Pattern.compile("-?(?:([\\w.]+):)?(?:\"([^\"]*)\"|(\\S+))");

    /** The searchable properties by name. */
    private static final Map<String, Function<DeviceSpec, List<String>>> PROPERTY_VALUES = Map.of(
            "id", deviceSpec -> List.of(Long.toString(deviceSpec.id())),
            "hostname", spec -> List.of(spec.hostname()),
            "domain", spec -> List.of(spec.domain()),
            "fullyQualifiedDomainName", spec -> List.of(spec.fullyQualifiedDomainName()),
            "primaryIpAddress", spec -> spec.publicAddress().stream().toList(),
            "primaryBackendIpAddress", spec -> List.of(spec.backendAddress()),
            "datacenter.name", spec -> List.of(spec.datacenter().name()),
            "datacenter.longName", spec -> List.of(spec.datacenter().longName()),
            "tagReferences.tag.name", DeviceSpec::tags);

    /**
     * One term.
     *
     * @param property empty for any
     * @param requiredSubstring a part that every match contains, in lower case; tested before the pattern
     */
    record Term(boolean negated, String property, Pattern pattern, String requiredSubstring, String text) {

        boolean appliesTo(String name) {
            return property.isEmpty() || property.equals(name);
        }

        boolean matches(String value) {
            if (!value.toLowerCase(Locale.ROOT).contains(requiredSubstring)) return false;
            return pattern.matcher(value).matches()
                    || Stream.of(value.split("[^A-Za-z0-9]+"))
                            .anyMatch(word -> pattern.matcher(word).matches());
        }
    }

    /** Returns the names of the searchable properties. */
    static Set<String> searchableProperties() {
        return new TreeSet<>(PROPERTY_VALUES.keySet());
    }

    SearchQuery {
        objectTypes = Set.copyOf(objectTypes);
        terms = List.copyOf(terms);
    }

    static SearchQuery parse(String text) {
        List<Term> terms = new ArrayList<>();
        Set<String> types = Set.of();
        Matcher matcher = TERM_PATTERN.matcher(text);
        while (matcher.find()) {
            String property = matcher.group(1) == null ? "" : matcher.group(1);
            String word = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            if (property.equals("_objectType")) types = Set.of(word.split(","));
            else if (!property.startsWith("_") && !word.equals("&&"))
                terms.add(new Term(matcher.group().startsWith("-"), property, wildcardPattern(word), longestLiteral(word), word));
        }
        return new SearchQuery(types, terms);
    }

    private static Pattern wildcardPattern(String word) {
        StringBuilder expression = new StringBuilder();
        for (String part : word.split("\\*", -1))
            expression.append(expression.isEmpty() ? "" : ".*").append(part.isEmpty() ? "(?:)" : Pattern.quote(part));
        return Pattern.compile(expression.toString(), Pattern.CASE_INSENSITIVE);
    }

    private static String longestLiteral(String word) {
        return Stream.of(word.split("\\*"))
                .max(Comparator.comparingInt(String::length))
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }

    boolean includesType(String type) {
        return objectTypes.isEmpty() || objectTypes.contains(type);
    }

    boolean matches(Device device) {
        return terms.stream().allMatch(term -> term.negated() != matches(term, device.spec()));
    }

    List<String> matchedTerms(Device device) {
        return terms.stream()
                .filter(term -> !term.negated())
                .flatMap(term -> PROPERTY_VALUES.entrySet().stream()
                        .filter(entry -> term.appliesTo(entry.getKey()))
                        .filter(entry ->
                                entry.getValue().apply(device.spec()).stream().anyMatch(term::matches))
                        .map(entry -> entry.getKey() + ":|" + term.text() + "|"))
                .toList();
    }

    private static boolean matches(Term term, DeviceSpec deviceSpec) {
        return PROPERTY_VALUES.entrySet().stream()
                .filter(entry -> term.appliesTo(entry.getKey()))
                .anyMatch(entry -> entry.getValue().apply(deviceSpec).stream().anyMatch(term::matches));
    }
}
