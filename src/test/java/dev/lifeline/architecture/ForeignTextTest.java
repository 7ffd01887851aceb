package dev.lifeline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Expressions that backtrack meet no text of strangers. RE2 is linear whatever the expression. Every other expression in the product is
 * listed with why it may stand, or found here to look at each character a bounded number of times.
 */
class ForeignTextTest {

    private static final Path PRODUCT = SourceTree.SOURCES.resolve("main/java");

    /** Files whose expressions meet only what the operator wrote, or what the program wrote itself. */
    private static final Map<String, String> NOT_FOREIGN = Map.ofEntries(
            Map.entry("SettingsReader", "settings of the operator"),
            Map.entry("OAuthReader", "settings of the operator"),
            Map.entry("SettingsValidator", "settings of the operator"),
            Map.entry("YamlMap", "the operator's policy"),
            Map.entry("MatchReader", "the operator's policy"),
            Map.entry("UnmatchedConditions", "the operator's policy"),
            Map.entry("BearerTokens", "an address among the settings"),
            Map.entry("LinkPageHandler", "an address among the settings"),
            Map.entry("DatabaseUrl", "an address among the settings"),
            Map.entry("FailureReason", "the driver's message about the operator's database"),
            Map.entry("PolicyRule", "the operator's policy"),
            Map.entry("SlackChecks", "a secret among the settings"),
            Map.entry("Checkpoint", "an argument of the operator"),
            Map.entry("MessageCatalog", "the bot's own phrases"));

    /** May import what backtracks, since their expressions are checked below or meet no foreign text. */
    private static final Map<String, String> IMPORTS = Map.of(
            "Listeners", "Bolt takes no other; it matches anything at once",
            "RequestId", "one class of characters, for each click",
            "RequestVerifier", "one class of characters, for each delivery",
            "SlackUserId", "one class of characters twice, for each delivery",
            "SlackDirectory", "one class of characters");

    private static final Pattern EXPRESSION = Pattern.compile(
            "(?:matches|replaceAll|replaceFirst|split|Pattern\\s*\\.compile)\\(\\s*\"((?:\\\\.|[^\"\\\\])*)\"");

    private static final List<String> UNITS = List.of(
            "a", "A", "0", " ", "-", ".", ":", "<", "@", "|", "/", "'", "\"", "`", "_", "=", "&", ",", "\u0001", "U");

    private static Stream<Path> backtracking() {
        return SourceTree.javaFiles(PRODUCT).stream()
                .filter(file -> !SourceTree.read(file).contains("import com.google.re2j.Pattern;"));
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    @Test
    void only_listed_files_import_expressions_that_backtrack() {
        Set<String> allowed = new TreeSet<>(IMPORTS.keySet());
        allowed.addAll(NOT_FOREIGN.keySet());
        Set<String> importing = SourceTree.javaFiles(PRODUCT).stream()
                .filter(file -> SourceTree.read(file).contains("import java.util.regex.Pattern;"))
                .map(ForeignTextTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(allowed).containsAll(importing);
        assertThat(importing).containsAll(IMPORTS.keySet());
    }

    @Test
    void every_other_expression_looks_at_each_character_a_bounded_number_of_times() {
        List<String> found = new ArrayList<>();
        backtracking().filter(file -> !NOT_FOREIGN.containsKey(name(file))).forEach(file -> {
            Matcher expressions = EXPRESSION.matcher(SourceTree.read(file));
            while (expressions.find()) {
                String expression = expressions.group(1).translateEscapes();
                if (!isLinear(expression)) found.add(name(file) + ": " + expression);
            }
        });
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<(?:https?|mailto):[^|>]*\\|([^>]*)>",
                "<(?:https?://|mailto:)([^>]*)>",
                "^[`'\"]+|[`'\"]+$",
                "\\b[a-z][a-z0-9-]*(?:\\.[a-z][a-z0-9-]*){2,}\\b",
                ".*a.*a.*b",
            })
    void an_expression_that_took_more_time_than_the_text_is_long_is_found(String expression) {
        assertThat(isLinear(expression)).isFalse();
    }

    private static boolean isLinear(String expression) {
        Pattern pattern = Pattern.compile(expression);
        return hostileUnits(expression)
                .allMatch(unit -> visits(pattern, unit, 200) <= 2.6 * visits(pattern, unit, 100) + 500);
    }

    /** Single characters, pairs, and the beginning of the expression taken literally, in any combination that may keep it busy. */
    private static Stream<String> hostileUnits(String expression) {
        String literal = expression
                .replaceAll("\\(\\?:([^|)]*)[^)]*\\)", "$1")
                .replaceAll("[\\[(].*", "")
                .replaceAll("[?*+^$\\\\]", "");
        Stream<String> pairs = UNITS.stream().flatMap(first -> UNITS.stream().map(second -> first + second));
        return Stream.of(UNITS.stream(), pairs, Stream.of(literal, literal + "a", literal + "a|", literal + "//"))
                .flatMap(units -> units)
                .filter(unit -> !unit.isEmpty());
    }

    /** How many characters are looked at while every match is searched for in a unit repeated, between characters that match nothing. */
    private static long visits(Pattern pattern, String unit, int length) {
        CountedText text = new CountedText("\u00a7" + unit.repeat(length / unit.length()) + "\u00a7");
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            // every match of the text
        }
        return text.visits[0];
    }

    /** Text that counts how often one of its characters is looked at. */
    private record CountedText(String text, int from, int to, long[] visits) implements CharSequence {

        CountedText(String text) {
            this(text, 0, text.length(), new long[1]);
        }

        @Override
        public int length() {
            return to - from;
        }

        @Override
        public char charAt(int index) {
            visits[0]++;
            return text.charAt(from + index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new CountedText(text, from + start, from + end, visits);
        }

        @Override
        public String toString() {
            return text.substring(from, to);
        }
    }

    @Test
    void the_lists_name_files_that_exist() {
        Set<String> names = SourceTree.javaFiles(PRODUCT).stream()
                .map(ForeignTextTest::name)
                .collect(Collectors.toSet());
        assertThat(names).containsAll(NOT_FOREIGN.keySet());
    }
}
