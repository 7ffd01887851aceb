package dev.lifeline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fact of src/docs/platform names its public source, or says that it was measured, inferred or is unknown. */
class PlatformSourcesTest {

    private static final Pattern SOURCE_ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| .*https?://.*$");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ .*$");
    private static final Pattern PARAGRAPHS = Pattern.compile("\\n\\n|\\n(?=\\* )");
    private static final List<String> GENERAL = List.of(
            "http",
            "measured",
            "inferred",
            "unknown",
            "not documented",
            "SDK#",
            "bolt-js#",
            "java-slack-sdk#",
            "softlayer-python");

    @ParameterizedTest
    @ValueSource(strings = {"slack.md", "softlayer.md"})
    void each_fact_names_its_public_source(String page) throws IOException {
        String text = Files.readString(Path.of("src/docs/platform", page));
        List<String> sources = Stream.concat(GENERAL.stream(), sourcesOf(text)).toList();
        List<String> unsourced = PARAGRAPHS
                .splitAsStream(HEADING.matcher(facts(text)).replaceAll("\n\n").strip())
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty() && !paragraph.startsWith("|"))
                .filter(paragraph -> sources.stream().noneMatch(paragraph::contains))
                .toList();

        assertThat(unsourced).isEmpty();
    }

    /** The names of the table of sources, each in its parts: "VSI, BM" are two. */
    private static Stream<String> sourcesOf(String text) {
        return SOURCE_ROW
                .matcher(text)
                .results()
                .flatMap(row -> Stream.of(row.group(1).split(", | and others")))
                .map(String::strip)
                .filter(name -> name.length() > 1);
    }

    /** What stands between the table of sources and the known issues, which name tests. */
    private static String facts(String text) {
        int start = text.indexOf("\n## ");
        return text.substring(start, text.indexOf("\n## Known issues")).lines().collect(Collectors.joining("\n"));
    }
}
