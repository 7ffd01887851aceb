package dev.lifeline.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A mend that is taken back: a few lines of the sources replaced by what they were, or something as wrong. In its file {@code @} names a
 * source file, lines with {@code -} stand there once, and lines with {@code +} come in their place.
 *
 * @param name of its file, beginning with the number of the item
 */
record PlantedFault(String name, String title, List<Edit> edits) {

    private static final Path FOLDER = Path.of("src/test/resources/dev/lifeline/simulation/planted-faults");
    private static final String SUFFIX = ".fault";

    PlantedFault {
        edits = List.copyOf(edits);
    }

    /** One replacement in one source file. */
    record Edit(Path file, String before, String after) {

        String applyTo(String source) {
            int at = source.indexOf(before);
            if (at < 0 || source.indexOf(before, at + 1) >= 0)
                throw new IllegalStateException("does not stand once in " + file + ": " + before);
            return source.substring(0, at) + after + source.substring(at + before.length());
        }
    }

    static List<PlantedFault> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(PlantedFault::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlantedFault read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            String name = String.valueOf(file.getFileName()).replace(SUFFIX, "");
            return new PlantedFault(name, lines.get(0).substring(2), edits(lines.subList(1, lines.size())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Edit> edits(List<String> lines) {
        List<Edit> edits = new ArrayList<>();
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        String file = "";
        for (String line : lines) {
            if (line.startsWith("@ ")) {
                addEdit(edits, file, before, after);
                file = line.substring(2);
            } else (line.startsWith("-") ? before : after).add(line.substring(1));
        }
        addEdit(edits, file, before, after);
        return edits;
    }

    private static void addEdit(List<Edit> edits, String file, List<String> before, List<String> after) {
        if (!before.isEmpty()) edits.add(new Edit(Path.of(file), String.join("\n", before), String.join("\n", after)));
        before.clear();
        after.clear();
    }

    /** Whether every replaced line stands where it is expected. */
    boolean fits() {
        return !changedSources().isEmpty();
    }

    private Map<Path, String> changedSources() {
        try {
            Map<Path, String> sources = new LinkedHashMap<>();
            for (Edit edit : edits) {
                String source = sources.getOrDefault(edit.file(), Files.readString(edit.file()));
                sources.put(edit.file(), edit.applyTo(source));
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles the changed sources into a folder. */
    void compileInto(Path folder) {
        try {
            List<String> arguments = new ArrayList<>(List.of(
                    "-nowarn",
                    "-parameters",
                    "-proc:none",
                    "-d",
                    folder.toString(),
                    "-cp",
                    System.getProperty("java.class.path")));
            for (Map.Entry<Path, String> source : changedSources().entrySet()) {
                Path copy = folder.resolve(source.getKey());
                Files.createDirectories(copy.resolveSibling("."));
                arguments.add(Files.writeString(copy, source.getValue()).toString());
            }
            int exit = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
            if (exit != 0) throw new IllegalStateException(name + " does not compile");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
