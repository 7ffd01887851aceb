package dev.lifeline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of promises and the tests that are named after them agree. */
class PromisesTest {

    private static final Pattern SECTION_HEADING = Pattern.compile("(?m)^## (?=P\\d+:)");
    private static final Pattern TEST_CLASS = Pattern.compile("`(\\w+(?:Test|Contracts?))`");
    private static final Pattern TEST_METHOD = Pattern.compile("void ((?:P\\d+_)+)");
    private static final Set<String> PROMISES =
            IntStream.rangeClosed(1, 10).mapToObj(number -> "P" + number).collect(Collectors.toSet());

    @Test
    void every_promise_has_its_section() {
        assertThat(sections().keySet()).isEqualTo(PROMISES);
    }

    @Test
    void every_test_that_names_a_promise_names_one_of_the_ten() {
        assertThat(classesByPromise().keySet()).isEqualTo(PROMISES);
    }

    @Test
    void every_class_that_a_section_names_has_a_test_of_that_promise_and_none_is_left_out() {
        assertThat(sections()).isEqualTo(classesByPromise());
    }

    private static Map<String, Set<String>> sections() {
        String page = SourceTree.read(SourceTree.DOCS.resolve("promises.md"));
        return SECTION_HEADING
                .splitAsStream(page)
                .skip(1)
                .collect(Collectors.toMap(
                        section -> section.substring(0, section.indexOf(':')), PromisesTest::classesNamedIn));
    }

    private static Set<String> classesNamedIn(String section) {
        return TEST_CLASS
                .matcher(section)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Set<String>> classesByPromise() {
        return SourceTree.javaFiles(Path.of("src/test/java")).stream()
                .flatMap(PromisesTest::promisesIn)
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(TreeSet::new))));
    }

    private static Stream<Map.Entry<String, String>> promisesIn(Path file) {
        String type = file.getFileName().toString().replace(".java", "");
        return TEST_METHOD
                .matcher(SourceTree.read(file))
                .results()
                .map(MatchResult::group)
                .flatMap(method -> Arrays.stream(method.replace("void ", "").split("_")))
                .map(promise -> Map.entry(promise, type));
    }
}
