package dev.lifeline.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What a run was made on: processors, memory, versions, and how busy the machine was. */
final class Machine {

    private static final int KILOBYTES_PER_GIGABYTE = 1 << 20;

    private Machine() {}

    /** One line for each fact, as Markdown. */
    static String describe(Environment environment) {
        return Stream.of(
                        "Taken on " + LocalDate.now(ZoneOffset.UTC) + " on " + processors() + ", " + memory() + ", "
                                + System.getProperty("os.name") + " " + System.getProperty("os.version")
                                + "; load average before: " + loadAverage(),
                        "Java " + Runtime.version() + "; Node " + programVersion(environment, "node") + " with "
                                + Environment.PEER_PACKAGE + "; PostgreSQL " + environment.postgresVersion())
                .map(line -> "* " + line + "\n")
                .reduce("", String::concat);
    }

    private static String processors() {
        String model = field(Path.of("/proc/cpuinfo"), "model name");
        return Runtime.getRuntime().availableProcessors() + " × " + model;
    }

    private static String memory() {
        long kilobytes =
                Long.parseLong(field(Path.of("/proc/meminfo"), "MemTotal").replaceAll("[^0-9]", ""));
        return String.format(Locale.ROOT, "%.0f GB", (double) kilobytes / KILOBYTES_PER_GIGABYTE);
    }

    private static String field(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String loadAverage() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String programVersion(Environment environment, String program) {
        try (ChildProcess process =
                ChildProcess.start(program, environment.folder(), Map.of(), List.of(program, "--version"))) {
            process.awaitExit();
            return process.output().strip();
        } catch (UncheckedIOException e) {
            return "not installed";
        }
    }
}
