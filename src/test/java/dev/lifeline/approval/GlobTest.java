package dev.lifeline.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which names a pattern of the policy matches. */
class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "db-*, db-01, true",
        "db-*, DB-, true",
        "db-*, web-db-01, false",
        "*-db-??, web-db-01, true",
        "*-db-??, web-db-1, false",
        "web.example, webxexample, false",
        "straße-*, STRASSE-1, false",
        "münchen?, MÜNCHEN1, true",
        "'', '', true",
        "'', a, false",
        "*, '', true",
        "?, 🚒, true"
    })
    void a_star_is_any_text_and_a_question_mark_one_character(String pattern, String name, boolean matches) {
        assertThat(new Glob(pattern).matches(name)).isEqualTo(matches);
    }

    @Test
    void it_matches_what_the_regular_expression_of_the_same_meaning_matches() {
        for (String pattern : texts(List.of("a", "b", "*", "?"), 5)) {
            Pattern expression = Pattern.compile(pattern.replace("*", ".*").replace("?", "."));
            for (String name : texts(List.of("a", "b"), 5))
                assertThat(new Glob(pattern).matches(name))
                        .as("%s on %s", pattern, name)
                        .isEqualTo(expression.matcher(name).matches());
        }
    }

    private static List<String> texts(List<String> letters, int maxLength) {
        return IntStream.rangeClosed(0, maxLength)
                .boxed()
                .flatMap(length -> texts(letters, Stream.of(""), length))
                .toList();
    }

    private static Stream<String> texts(List<String> letters, Stream<String> beginnings, int more) {
        return more == 0
                ? beginnings
                : texts(
                        letters,
                        beginnings.flatMap(beginning -> letters.stream().map(beginning::concat)),
                        more - 1);
    }
}
