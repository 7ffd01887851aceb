package dev.lifeline.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process that the benchmark started and stops again by its own id. Its output is kept in a file. Thread-safe. */
final class ChildProcess implements AutoCloseable {

    private static final long STOP_TIMEOUT_SECONDS = 10;
    private static final long READY_TIMEOUT_SECONDS = 90;
    private static final long READY_POLL_MILLIS = 5;
    private static final int MAX_QUOTED_CHARACTERS = 2_000;
    private static final double BYTES_PER_MEGABYTE = 1 << 20;

    private final String name;
    private final Process process;
    private final Path output;

    private ChildProcess(String name, Process process, Path output) {
        this.name = name;
        this.process = process;
        this.output = output;
    }

    /**
     * Starts a command in a folder.
     *
     * @param environment is added to the benchmark's own, from which the bot's settings are taken out first
     */
    static ChildProcess start(String name, Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path output = Files.createTempFile(folder, name, ".out");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(variable -> variable.matches("(SLACK|SL|LIFELINE)_.*"));
            builder.environment().putAll(environment);
            return new ChildProcess(name, builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started", e);
        }
    }

    /** Runs a command to its end, 10 minutes at most. Returns whether it ended with exit code 0. */
    static boolean run(String name, Path folder, Map<String, String> environment, List<String> command) {
        try (ChildProcess child = start(name, folder, environment, command)) {
            return child.process.waitFor(10, TimeUnit.MINUTES) && child.process.exitValue() == 0;
        } catch (UncheckedIOException e) { // no such program
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Blocks until the condition holds; fails where the process ends before, or after 90 s. */
    void awaitReady(BooleanSupplier ready) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_TIMEOUT_SECONDS);
        while (!ready.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > deadline)
                throw new IllegalStateException(name + " did not become ready: " + lastOutput());
            pause(READY_POLL_MILLIS);
        }
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lastOutput() {
        String all = output();
        return all.substring(Math.max(0, all.length() - MAX_QUOTED_CHARACTERS));
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What a full collection leaves in the heap of a Java process, in MiB. */
    double liveHeapMegabytes() {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "jmap").toString(),
                "-histo:live",
                Long.toString(pid()));
        try {
            Process jmap = new ProcessBuilder(command).start();
            String histogram = new String(jmap.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String[] total =
                    histogram.substring(histogram.lastIndexOf("Total")).strip().split("\\s+");
            return Long.parseLong(total[2]) / BYTES_PER_MEGABYTE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends SIGKILL and waits for the end. */
    void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** Sends a signal by its name, such as {@code INT}. */
    void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Blocks until the process ends, 10 s at most. Returns whether it has ended. */
    boolean awaitExit() {
        try {
            return process.waitFor(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Sends SIGTERM, and SIGKILL where that does not end the process within 10 s. */
    @Override
    public void close() {
        process.destroy();
        if (!awaitExit()) kill();
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static IllegalStateException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", cause);
    }
}
