package dev.lifeline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.Lifeline;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What comments and documents cite is in the repository: files, sections of pages, classes, test methods. */
class CitationsTest {

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n\"]*(?=\\n)");
    private static final Pattern FILE = Pattern.compile("(?<![\\w/.:-])([\\w./-]+\\.(?:md|yaml|yml))\\b");
    private static final Pattern SECTION = Pattern.compile("([\\w./-]+\\.md),? section ([^.,;:)(}*|`\\n]+)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern FENCED = Pattern.compile("(?s)```.*?```");
    private static final Pattern QUALIFIED = Pattern.compile("(?<![\\w.])(?:[a-z]+\\.)+[A-Z]\\w*");
    private static final Pattern SIMPLE = Pattern.compile("[A-Z][a-z]+(?:[A-Z][a-z]+)+");
    private static final Pattern TEST_METHOD = Pattern.compile("(\\w+Test)\\.(\\w+_\\w*)(…?)");
    private static final Pattern TEST_CLASS = Pattern.compile("\\w+(?:Test|Contracts?)");

    /** Types of libraries that a page speaks of. */
    private static final Set<String> VENDOR_TYPES = Set.of("MethodsRateLimits", "SocketModeApp", "SlackSignature");

    /** Every type of ours, tests and nested types included, as {@code dev.lifeline.rescue.Stage.Closed}. */
    private static final Set<String> TYPES = Stream.of(Lifeline.class, CitationsTest.class)
            .flatMap(CitationsTest::typesBeside)
            .collect(Collectors.toSet());

    @Test
    void every_file_that_a_comment_names_exists() {
        assertThat(SourceTree.javaFiles(SourceTree.SOURCES).stream()
                        .flatMap(file -> matches(FILE, commentsOf(file))
                                .map(match -> match.group(1))
                                .filter(cited -> !exists(cited))
                                .map(cited -> file + ": " + cited)))
                .isEmpty();
    }

    @Test
    void every_file_that_a_document_names_or_links_to_exists() {
        assertThat(SourceTree.documents().stream()
                        .flatMap(page -> filesNamedIn(page)
                                .filter(cited -> !exists(cited) && !exists(sibling(page, cited)))
                                .map(cited -> page + ": " + cited)))
                .isEmpty();
    }

    /** The targets of links, and files named in the text beside them; what a link shows is not looked at. */
    private static Stream<String> filesNamedIn(Path page) {
        String text = prose(page);
        String besideLinks = LINK.matcher(text).replaceAll("");
        return Stream.concat(
                matches(LINK, text).map(match -> match.group(1)),
                matches(FILE, besideLinks).map(match -> match.group(1)));
    }

    @Test
    void every_section_that_is_named_is_a_heading_of_that_page() {
        Stream<String> comments = SourceTree.javaFiles(SourceTree.SOURCES).stream()
                .flatMap(file -> missingSections(file, commentsOf(file)));
        Stream<String> documents = SourceTree.documents().stream().flatMap(page -> missingSections(page, prose(page)));
        assertThat(Stream.concat(comments, documents)).isEmpty();
    }

    @Test
    void every_class_that_a_document_names_exists() {
        assertThat(documentCode()
                        .flatMap(cited -> SIMPLE.matcher(cited).matches()
                                ? Stream.of(cited)
                                : matches(QUALIFIED, cited).map(MatchResult::group))
                        .filter(name -> !VENDOR_TYPES.contains(name) && !isType(name)))
                .isEmpty();
    }

    /** The types in the folder of class files that a type was loaded from. */
    private static Stream<String> typesBeside(Class<?> type) {
        Path root = Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
        return SourceTree.files(root, ".class").stream()
                .map(file -> root.relativize(file).toString())
                .map(name ->
                        name.substring(0, name.length() - ".class".length()).replaceAll("[/$]", "."));
    }

    private static boolean isType(String name) {
        return TYPES.stream().anyMatch(type -> type.equals(name) || type.endsWith("." + name));
    }

    @Test
    void every_test_that_a_document_names_exists() {
        Set<String> types = SourceTree.typeNames();
        assertThat(documentCode()
                        .map(cited -> cited.split("[.#]", 2)[0])
                        .filter(name -> TEST_CLASS.matcher(name).matches() && !types.contains(name)))
                .isEmpty();
    }

    @Test
    void every_test_method_that_a_document_names_exists() {
        assertThat(documentCode()
                        .map(TEST_METHOD::matcher)
                        .filter(Matcher::matches)
                        .filter(match -> !isMethod(match)))
                .extracting(Matcher::group)
                .isEmpty();
    }

    /** A name that ends in … stands for all methods that begin like it. */
    private static boolean isMethod(Matcher cited) {
        Pattern declaration =
                Pattern.compile("void " + cited.group(2) + (cited.group(3).isEmpty() ? "\\(" : ""));
        return SourceTree.files(Path.of("src/test/java"), "/" + cited.group(1) + ".java").stream()
                .anyMatch(file -> declaration.matcher(SourceTree.read(file)).find());
    }

    private static boolean exists(String cited) {
        return Files.exists(Path.of(cited));
    }

    private static String sibling(Path page, String cited) {
        return page.resolveSibling(cited).normalize().toString();
    }

    private static Stream<String> missingSections(Path file, String text) {
        return matches(SECTION, text)
                .filter(match -> Files.exists(Path.of(match.group(1))))
                .filter(match ->
                        !hasHeading(Path.of(match.group(1)), match.group(2).strip()))
                .map(match -> file + ": " + match.group());
    }

    private static boolean hasHeading(Path page, String cited) {
        String wanted = plain(cited);
        return matches(HEADING, SourceTree.read(page))
                .map(heading -> plain(heading.group(1)))
                .anyMatch(heading -> heading.contains(wanted) || wanted.startsWith(heading));
    }

    private static String plain(String text) {
        return text.replace("`", "").toLowerCase(Locale.ROOT);
    }

    /** Comments with their line breaks and stars taken out, so that a citation may run over the end of a line. */
    private static String commentsOf(Path file) {
        return matches(COMMENT, SourceTree.read(file))
                .map(comment -> comment.group().replaceAll("\\s*\\n\\s*\\*?\\s*", " "))
                .collect(Collectors.joining("\n"));
    }

    /** A page without its fenced blocks, and with each paragraph on one line. */
    private static String prose(Path page) {
        return FENCED.matcher(SourceTree.read(page)).replaceAll("").replaceAll("(?<!\\n)\\n(?![\\n|#])", " ");
    }

    private static Stream<String> documentCode() {
        return SourceTree.documents().stream()
                .flatMap(page ->
                        matches(CODE, FENCED.matcher(SourceTree.read(page)).replaceAll("")))
                .map(match -> match.group(1));
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
