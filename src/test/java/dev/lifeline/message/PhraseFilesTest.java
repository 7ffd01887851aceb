package dev.lifeline.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.message.model.CommandWords;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextRun;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every language says everything that English says, with the same placeholders, and nothing else; and the code says all of it. */
class PhraseFilesTest {

    private static final Path FOLDER = Path.of("src/main/resources/dev/lifeline/message");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
    private static final Pattern STRING_LITERAL = Pattern.compile("\"([a-z][a-z.-]*|\\.[a-z][a-z.-]*)\"");
    private static final Pattern CONSTANT = Pattern.compile("(?m)^\\s+([A-Z][A-Z_0-9]*)[,;(\\s]");
    private static final Pattern RECORD = Pattern.compile("(?:record|class) ([A-Z]\\w+)");

    /** Phrases that may be the same in two languages: names, and placeholders between punctuation marks. */
    private static final Pattern UNTRANSLATABLE = Pattern.compile(
            "(\\{[a-z-]+}|[^\\p{L}]|policy|Lifeline|Status|status|Name|System|links?|Account| s| min| h)*");

    static List<Locale> translations() {
        return MessageCatalog.languages().stream().skip(1).toList();
    }

    @Test
    void english_comes_first_and_files_alone_make_the_other_languages() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Set<String> suffixes = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("phrases_"))
                    .map(name -> name.substring("phrases_".length(), name.indexOf('.')))
                    .collect(Collectors.toSet());
            assertThat(translations()).extracting(Locale::getLanguage).containsExactlyInAnyOrderElementsOf(suffixes);
        }
        assertThat(MessageCatalog.languages()).startsWith(Locale.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("translations")
    void a_translation_has_the_keys_of_english_and_no_other(Locale language) throws IOException {
        assertThat(read(language).keySet())
                .containsExactlyInAnyOrderElementsOf(read(Locale.ROOT).keySet());
    }

    @ParameterizedTest
    @MethodSource("translations")
    void a_translation_has_the_placeholders_of_english(Locale language) throws IOException {
        Map<String, String> english = read(Locale.ROOT);
        Map<String, String> translation = read(language);
        translation.forEach(
                (key, phrase) -> assertThat(placeholders(phrase)).as(key).isEqualTo(placeholders(english.get(key))));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void every_phrase_is_translated(Locale language) throws IOException {
        Map<String, String> english = read(Locale.ROOT);
        assertThat(read(language).entrySet())
                .filteredOn(phrase -> !UNTRANSLATABLE.matcher(phrase.getValue()).matches())
                .allSatisfy(phrase -> assertThat(phrase.getValue())
                        .as(phrase.getKey())
                        .isNotBlank()
                        .isNotEqualTo(english.get(phrase.getKey())));
    }

    @Test
    void every_phrase_is_said_somewhere() throws IOException {
        Set<String> literals = new TreeSet<>();
        Set<String> words = new TreeSet<>(CommandWords.COMMANDS);
        words.add("one"); // what MessageCatalog puts behind the key of a counted phrase
        for (String source : sources()) {
            find(STRING_LITERAL, source).map(PhraseFilesTest::withoutDots).forEach(literals::add);
            find(CONSTANT, source).map(PhraseFilesTest::kebab).forEach(words::add);
            find(RECORD, source)
                    .map(name -> kebab(name.replaceAll("(?<=[a-z])(?=[A-Z])", "-")))
                    .forEach(words::add);
        }
        words.addAll(literals);
        assertThat(read(Locale.ROOT).keySet())
                .filteredOn(key -> !isComposed(key, literals, words))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("translations")
    void the_words_of_a_language_work_beside_the_english_ones_and_its_help_shows_them(Locale language) {
        MessageCatalog catalog = MessageCatalog.forLocale(language);
        for (String command : CommandWords.COMMANDS) {
            assertThat(CommandWords.find(command)).contains(command);
            assertThat(CommandWords.words(catalog, command))
                    .allSatisfy(word -> assertThat(CommandWords.find(word)).contains(command));
            if (!command.equals("rescue"))
                assertThat(catalog.text("usage." + command).split(" ")[0])
                        .isEqualTo(CommandWords.words(catalog, command).get(0));
        }
    }

    @Test
    void a_language_that_nobody_has_is_english() {
        for (String tag : List.of("tlh", "xx-YY", "ar-EG", "und")) {
            MessageCatalog catalog = MessageCatalog.forLocale(Locale.forLanguageTag(tag));
            assertThat(catalog.language()).isEqualTo(Locale.ENGLISH);
            assertThat(catalog.text("button.cancel")).isEqualTo("No, cancel");
        }
    }

    @Test
    void a_single_thing_has_a_phrase_of_its_own_in_every_language() {
        Map<String, TextRun> command = Map.of("command", new TextRun.Code("/rescue list"));
        for (Locale language : MessageCatalog.languages()) {
            MessageCatalog catalog = MessageCatalog.forLocale(language);
            List<String> texts = new ArrayList<>();
            for (int count : new int[] {0, 1, 2, 21})
                texts.add(catalog.line("answer.whoami.devices.some", count, command)
                        .plainText());
            assertThat(texts.get(1)).doesNotContain("1");
            assertThat(List.of(texts.get(0).replace("0", "21"), texts.get(2).replace("2", "21")))
                    .containsOnly(texts.get(3));
        }
    }

    /** The parts of the key between dots are string literals, constants or types, and the first part is of a literal. */
    private static boolean isComposed(String key, Set<String> literals, Set<String> words) {
        if (literals.contains(key)) return true;
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            boolean begun = literals.contains(key.substring(0, dot));
            if (begun && ends(key.substring(dot + 1), words)) return true;
        }
        return false;
    }

    private static boolean ends(String rest, Set<String> words) {
        if (words.contains(rest)) return true;
        for (int dot = rest.indexOf('.'); dot >= 0; dot = rest.indexOf('.', dot + 1))
            if (words.contains(rest.substring(0, dot)) && ends(rest.substring(dot + 1), words)) return true;
        return false;
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> texts = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) texts.add(Files.readString(file));
            return texts;
        }
    }

    private static Stream<String> find(Pattern pattern, String source) {
        return pattern.matcher(source).results().map(found -> found.group(1));
    }

    private static String withoutDots(String literal) {
        return literal.replaceAll("^\\.|\\.$", "");
    }

    private static String kebab(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Set<String> placeholders(String phrase) {
        return find(PLACEHOLDER, phrase).collect(Collectors.toSet());
    }

    private static Map<String, String> read(Locale language) throws IOException {
        String suffix = language.getLanguage().isEmpty() ? "" : "_" + language.getLanguage();
        Properties phrases = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve("phrases" + suffix + ".properties"))) {
            phrases.load(reader);
        }
        return Collections.list(phrases.keys()).stream()
                .map(String.class::cast)
                .collect(Collectors.toMap(key -> key, phrases::getProperty));
    }
}
