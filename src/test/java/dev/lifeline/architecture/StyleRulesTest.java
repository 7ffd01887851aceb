package dev.lifeline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Limits that keep the code readable: Javadoc that states, short files, few collaborators. */
class StyleRulesTest {

    private static final int MAX_FILE_LINES = 350;
    private static final int MAX_CONSTRUCTOR_PARAMETERS = 5;

    /** Types whose constructors exceed the limit, each with the reason. */
    private static final Map<String, String> CONSTRUCTOR_EXCEPTIONS = Map.of(
            "dev.lifeline.sandbox.slack.SlackOptions",
            "options of a program; the clock is its only collaborator",
            "dev.lifeline.sandbox.softlayer.FakeSoftLayerOptions",
            "options of a program; the clock is its only collaborator",
            "dev.lifeline.app.HandlerPorts$StorePorts",
            "a table of ports that the handlers' wiring alone sees, and that tests fill with fakes",
            "dev.lifeline.app.HandlerPorts$AccountPorts",
            "a table of ports that the handlers' wiring alone sees, and that tests fill with fakes");

    private static final Pattern JAVADOC = Pattern.compile("(?s)/\\*\\*(.*?)\\*/");
    private static final Pattern SENTENCE_END = Pattern.compile("[.?!](?=\\s|$)");

    private static final Set<String> VALUE_PACKAGES =
            Set.of("java.lang", "java.math", "java.net", "java.nio.file", "java.time");
    private static final Set<String> COLLABORATORS =
            Set.of("java.lang.Runnable", "java.lang.Thread", "java.time.Clock", "java.time.InstantSource");
    private static final Set<String> VALUE_TYPES = Set.of(
            "com.fasterxml.jackson.databind.JsonNode",
            "java.util.Collection",
            "java.util.List",
            "java.util.Locale",
            "java.util.Map",
            "java.util.Optional",
            "java.util.OptionalInt",
            "java.util.OptionalLong",
            "java.util.Set",
            "java.util.SortedMap",
            "java.util.UUID");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.lifeline");

    @Test
    void no_javadoc_begins_with_a_question() throws IOException {
        TreeMap<String, String> questions = new TreeMap<>();
        for (Path file : sources())
            JAVADOC.matcher(Files.readString(file))
                    .results()
                    .map(StyleRulesTest::firstSentence)
                    .filter(sentence -> sentence.endsWith("?"))
                    .forEach(sentence -> questions.put(file + ": " + sentence, sentence));

        assertThat(questions.keySet()).isEmpty();
    }

    private static String firstSentence(MatchResult javadoc) {
        String text = javadoc.group(1).replaceAll("\\s*\\n\\s*\\*?\\s*", " ").strip();
        Matcher end = SENTENCE_END.matcher(text);
        return end.find() ? text.substring(0, end.end()) : text;
    }

    @Test
    void no_file_is_longer_than_350_lines() throws IOException {
        TreeMap<Path, Long> tooLong = new TreeMap<>();
        for (Path file : sources()) {
            long lines = Files.readString(file).lines().count();
            if (lines > MAX_FILE_LINES) tooLong.put(file, lines);
        }

        assertThat(tooLong).isEmpty();
    }

    private static Iterable<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    @Test
    void no_constructor_takes_more_than_five_collaborators() {
        assertThat(PRODUCT.stream()
                        .filter(type -> !type.isAnonymousClass() && !type.isLocalClass() && !isValue(type))
                        .flatMap(type -> type.getConstructors().stream())
                        .filter(constructor -> parameterCount(constructor) > MAX_CONSTRUCTOR_PARAMETERS)
                        .map(constructor -> constructor.getOwner().getName())
                        .collect(Collectors.toSet()))
                .isEqualTo(CONSTRUCTOR_EXCEPTIONS.keySet());
    }

    /** The number of parameters in the source: an enum's name and ordinal and an inner class's outer instance are not counted. */
    private static int parameterCount(JavaConstructor constructor) {
        JavaClass owner = constructor.getOwner();
        boolean inner = owner.isInnerClass() && !owner.getModifiers().contains(JavaModifier.STATIC);
        int implicit = owner.isEnum() ? 2 : inner ? 1 : 0;
        return constructor.getParameters().size() - implicit;
    }

    /** Whether a type is a record or an enum of plain values: it holds no collaborator, and is exempt from the limit. */
    private static boolean isValue(JavaClass type) {
        return (type.isRecord() || type.isEnum())
                && type.getConstructors().stream()
                        .flatMap(constructor -> constructor.getParameters().stream())
                        .map(JavaParameter::getType)
                        .flatMap(parameter -> parameter.getAllInvolvedRawTypes().stream())
                        .map(JavaClass::getBaseComponentType)
                        .allMatch(StyleRulesTest::isPlain);
    }

    /** Values of the JDK, and records, enums and sealed interfaces of ours. */
    private static boolean isPlain(JavaClass type) {
        if (type.getPackageName().startsWith("dev.lifeline"))
            return type.isRecord() || type.isEnum() || type.reflect().isSealed();
        boolean valueOfJdk = VALUE_PACKAGES.contains(type.getPackageName()) || VALUE_TYPES.contains(type.getName());
        return type.isPrimitive() || valueOfJdk && !COLLABORATORS.contains(type.getName());
    }
}
