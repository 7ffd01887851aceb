package dev.lifeline.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares rendered messages with golden files, which people reviewed. {@code -Dgolden=write} writes the file instead. */
final class GoldenFiles {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private GoldenFiles() {}

    static void assertMatches(String name, BlockKit.RenderedMessage renderedMessage) throws IOException {
        JsonNode actual =
                JSON.createObjectNode().put("text", renderedMessage.text()).set("blocks", renderedMessage.blocks());
        Path file = Path.of("src/test/resources/golden/slack", name + ".json");
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JSON.writeValueAsString(actual) + "\n");
        }
        assertThat(JSON.writeValueAsString(actual)).isEqualTo(JSON.writeValueAsString(JSON.readTree(file.toFile())));
    }
}
