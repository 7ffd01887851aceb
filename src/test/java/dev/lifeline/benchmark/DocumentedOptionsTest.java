package dev.lifeline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured is what users are told to run. */
class DocumentedOptionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "Dockerfile", "src/docs/performance.md"})
    void the_benchmark_starts_the_bot_as_the_documents_say(String document) throws IOException {
        String text = Files.readString(Path.of(document));

        assertThat(text).contains("JDK_JAVA_OPTIONS=\"" + String.join(" ", BotLaunch.DOCUMENTED_OPTIONS) + "\"");
        BotLaunch.DOCUMENTED_ENVIRONMENT.forEach(
                (variable, value) -> assertThat(text).contains(variable + "=" + value));
    }
}
