package dev.lifeline.simulation;

import dev.lifeline.Lifeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Which build of the bot and of the simulation is run: figures of two builds are told apart. */
final class Build {

    /** A class in the folder of each. */
    private static final List<Class<?>> SAMPLES = List.of(Lifeline.class, Build.class);

    private Build() {}

    /** The same for the same classes; eight hexadecimal digits. */
    static String fingerprint() {
        CRC32 sum = new CRC32();
        SAMPLES.forEach(sample -> add(sum, folder(sample)));
        return "%08x".formatted(sum.getValue());
    }

    private static Path folder(Class<?> sample) {
        URL file = Objects.requireNonNull(sample.getResource(sample.getSimpleName() + ".class"));
        return Path.of(URI.create(file.toString())).resolveSibling(".");
    }

    private static void add(CRC32 sum, Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) sum.update(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
