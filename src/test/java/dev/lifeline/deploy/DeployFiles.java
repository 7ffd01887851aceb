package dev.lifeline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files with which an operator deploys the bot. */
final class DeployFiles {

    static final Path FOLDER = Path.of("src/docs/deploy");

    private static final YAMLMapper YAML = new YAMLMapper();

    private DeployFiles() {}

    /** The YAML documents of a file. */
    static List<JsonNode> documents(String name) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(FOLDER.resolve(name).toFile())) {
            return documents.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode compose(String name) {
        return documents(name).get(0);
    }

    /** The only Kubernetes object of a kind. */
    static JsonNode kubernetes(String kind) {
        List<JsonNode> ofKind = documents("kubernetes.yaml").stream()
                .filter(document -> document.path("kind").asText().equals(kind))
                .toList();
        if (ofKind.size() != 1) throw new AssertionError(ofKind.size() + " objects of kind " + kind);
        return ofKind.get(0);
    }

    /** The lines of the Dockerfile, those that end in a backslash joined. */
    static List<String> dockerfile() {
        return read(Path.of("Dockerfile")).replace("\\\n", " ").lines().toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
