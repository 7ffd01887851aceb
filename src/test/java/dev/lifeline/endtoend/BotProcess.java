package dev.lifeline.endtoend;

import dev.lifeline.Lifeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, with its output and exit code. */
final class BotProcess implements AutoCloseable {

    private static final int EXIT_TIMEOUT_SECONDS = 180;

    private final Process process;
    private final Path standardOutput;
    private final Path standardError;

    private BotProcess(Process process, Path standardOutput, Path standardError) {
        this.process = process;
        this.standardOutput = standardOutput;
        this.standardError = standardError;
    }

    /** Starts one command with these settings as its whole environment. */
    static BotProcess start(Map<String, String> settings, Path folder, String... command) {
        return start(System.getProperty("java.class.path"), settings, folder, command);
    }

    /** The same program with other classes or resources. */
    static BotProcess start(String classPath, Map<String, String> settings, Path folder, String... command) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                Lifeline.class.getName()));
        line.addAll(List.of(command));
        try {
            Path out = Files.createTempFile(folder, "program", ".out");
            Path err = Files.createTempFile(folder, "program", ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.matches("(SLACK|SL|LIFELINE)_.*"));
            builder.environment().putAll(settings);
            return new BotProcess(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Standard output so far. */
    String standardOutput() {
        return readFile(standardOutput);
    }

    /** Standard error so far. */
    String standardError() {
        return readFile(standardError);
    }

    private static String readFile(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process id. */
    long pid() {
        return process.pid();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Sends SIGKILL: the process cannot run anything any more. */
    void kill() {
        process.destroyForcibly();
        awaitExitCode();
    }

    /** Sends SIGTERM, as an orchestrator does. */
    void terminate() {
        process.destroy();
    }

    /** Sends a signal by its name, such as {@code STOP}. */
    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the end; fails where it takes longer. */
    void awaitExitWithin(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS))
                throw new AssertionError("still running after " + limit + "; it said: " + standardError());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the end and returns the exit code. */
    int awaitExitCode() {
        try {
            if (!process.waitFor(EXIT_TIMEOUT_SECONDS, TimeUnit.SECONDS))
                throw new AssertionError("still running; it said: " + standardOutput() + standardError());
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
