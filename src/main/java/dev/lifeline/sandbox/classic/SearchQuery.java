package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.world.Device;
import dev.lifeline.sandbox.classic.world.Spec;
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
 * A search as typed: {@code _objectType:A,B hostname:web* "exact words" -not}. All terms must match; a term without
 * wildcards matches a whole value or one word of it.
 *
 * @param types the object types wanted; empty for all
 */
record SearchQuery(Set<String> types, List<Term> terms) {

    private static final Pattern PIECE = Pattern.compile("-?(?:([\\w.]+):)?(?:\"([^\"]*)\"|(\\S+))");

    /** What is searched in, and by which names. */
    private static final Map<String, Function<Spec, List<String>>> VALUES = Map.of(
            "id", spec -> List.of(Long.toString(spec.id())),
            "hostname", spec -> List.of(spec.hostname()),
            "domain", spec -> List.of(spec.domain()),
            "fullyQualifiedDomainName", spec -> List.of(spec.fullName()),
            "primaryIpAddress", spec -> spec.publicAddress().stream().toList(),
            "primaryBackendIpAddress", spec -> List.of(spec.backendAddress()),
            "datacenter.name", spec -> List.of(spec.datacenter().name()),
            "datacenter.longName", spec -> List.of(spec.datacenter().longName()),
            "tagReferences.tag.name", Spec::tags);

    /**
     * One thing searched for.
     *
     * @param property empty for any of them
     * @param core a part every match contains, in lower case; a quick look before the pattern
     */
    record Term(boolean negated, String property, Pattern wanted, String core, String text) {

        boolean asksFor(String name) {
            return property.isEmpty() || property.equals(name);
        }

        boolean isMetBy(String value) {
            if (!value.toLowerCase(Locale.ROOT).contains(core)) return false;
            return wanted.matcher(value).matches()
                    || Stream.of(value.split("[^A-Za-z0-9]+"))
                            .anyMatch(word -> wanted.matcher(word).matches());
        }
    }

    /** The names that can be searched by. */
    static Set<String> properties() {
        return new TreeSet<>(VALUES.keySet());
    }

    SearchQuery {
        types = Set.copyOf(types);
        terms = List.copyOf(terms);
    }

    static SearchQuery parse(String text) {
        List<Term> terms = new ArrayList<>();
        Set<String> types = Set.of();
        Matcher piece = PIECE.matcher(text);
        while (piece.find()) {
            String property = piece.group(1) == null ? "" : piece.group(1);
            String word = piece.group(2) == null ? piece.group(3) : piece.group(2);
            if (property.equals("_objectType")) types = Set.of(word.split(","));
            else if (!property.startsWith("_") && !word.equals("&&"))
                terms.add(new Term(piece.group().startsWith("-"), property, pattern(word), core(word), word));
        }
        return new SearchQuery(types, terms);
    }

    private static Pattern pattern(String word) {
        StringBuilder expression = new StringBuilder();
        for (String part : word.split("\\*", -1))
            expression.append(expression.isEmpty() ? "" : ".*").append(part.isEmpty() ? "(?:)" : Pattern.quote(part));
        return Pattern.compile(expression.toString(), Pattern.CASE_INSENSITIVE);
    }

    private static String core(String word) {
        return Stream.of(word.split("\\*"))
                .max(Comparator.comparingInt(String::length))
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }

    boolean wants(String type) {
        return types.isEmpty() || types.contains(type);
    }

    boolean matches(Device device) {
        return terms.stream().allMatch(term -> term.negated() != matches(term, device.spec()));
    }

    List<String> matchedTerms(Device device) {
        return terms.stream()
                .filter(term -> !term.negated())
                .flatMap(term -> VALUES.entrySet().stream()
                        .filter(entry -> term.asksFor(entry.getKey()))
                        .filter(entry ->
                                entry.getValue().apply(device.spec()).stream().anyMatch(term::isMetBy))
                        .map(entry -> entry.getKey() + ":|" + term.text() + "|"))
                .toList();
    }

    private static boolean matches(Term term, Spec spec) {
        return VALUES.entrySet().stream()
                .filter(entry -> term.asksFor(entry.getKey()))
                .anyMatch(entry -> entry.getValue().apply(spec).stream().anyMatch(term::isMetBy));
    }
}
