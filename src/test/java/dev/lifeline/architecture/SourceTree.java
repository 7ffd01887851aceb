package dev.lifeline.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of the repository that documents and comments may cite: sources, documents and top-level files, without build output. */
final class SourceTree {

    static final Path SOURCES = Path.of("src");
    static final Path DOCS = Path.of("src/docs");

    private SourceTree() {}

    static List<Path> javaFiles(Path root) {
        return files(root, ".java");
    }

    /** The pages that people read: {@code src/docs}, the README and the findings. */
    static List<Path> documents() {
        return Stream.of(files(DOCS, ".md"), files(Path.of("findings"), ".md"), List.of(Path.of("README.md")))
                .flatMap(List::stream)
                .toList();
    }

    /** The simple names of all top-level types, tests included. */
    static Set<String> typeNames() {
        return javaFiles(SOURCES).stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
    }

    static List<Path> files(Path root, String suffix) {
        if (!Files.exists(root)) return List.of();
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
