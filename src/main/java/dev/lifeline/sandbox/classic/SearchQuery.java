package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.world.Device;
import dev.lifeline.sandbox.classic.world.Spec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    /** @param property empty for any of them */
    record Term(boolean negated, String property, Pattern wanted, String text) {}

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
                terms.add(new Term(piece.group().startsWith("-"), property, pattern(word), word));
        }
        return new SearchQuery(types, terms);
    }

    private static Pattern pattern(String word) {
        StringBuilder expression = new StringBuilder();
        for (String part : word.split("\\*", -1))
            expression.append(expression.isEmpty() ? "" : ".*").append(part.isEmpty() ? "(?:)" : Pattern.quote(part));
        return Pattern.compile(expression.toString(), Pattern.CASE_INSENSITIVE);
    }

    boolean wants(String type) {
        return types.isEmpty() || types.contains(type);
    }

    boolean matches(Device device) {
        Map<String, List<String>> values = values(device.spec());
        return terms.stream().allMatch(term -> term.negated() != matches(term, values));
    }

    List<String> matchedTerms(Device device) {
        Map<String, List<String>> values = values(device.spec());
        return terms.stream()
                .filter(term -> !term.negated() && matches(term, values))
                .flatMap(term -> values.entrySet().stream()
                        .filter(entry -> entry.getValue().stream().anyMatch(value -> matches(term, value)))
                        .map(entry -> entry.getKey() + ":|" + term.text() + "|"))
                .toList();
    }

    private static boolean matches(Term term, Map<String, List<String>> values) {
        Stream<String> candidates = term.property().isEmpty()
                ? values.values().stream().flatMap(List::stream)
                : values.getOrDefault(term.property(), List.of()).stream();
        return candidates.anyMatch(value -> matches(term, value));
    }

    private static boolean matches(Term term, String value) {
        return term.wanted().matcher(value).matches()
                || Stream.of(value.split("[^A-Za-z0-9]+"))
                        .anyMatch(word -> term.wanted().matcher(word).matches());
    }

    private static Map<String, List<String>> values(Spec spec) {
        Map<String, List<String>> values = new HashMap<>();
        values.put("id", List.of(Long.toString(spec.id())));
        values.put("hostname", List.of(spec.hostname().toLowerCase(Locale.ROOT)));
        values.put("domain", List.of(spec.domain()));
        values.put("fullyQualifiedDomainName", List.of(spec.fullName()));
        values.put("primaryIpAddress", spec.publicAddress().stream().toList());
        values.put("primaryBackendIpAddress", List.of(spec.backendAddress()));
        values.put("datacenter.name", List.of(spec.datacenter().name()));
        values.put("datacenter.longName", List.of(spec.datacenter().longName()));
        values.put("tagReferences.tag.name", spec.tags());
        return values;
    }
}
