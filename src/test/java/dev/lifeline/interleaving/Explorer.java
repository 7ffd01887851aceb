package dev.lifeline.interleaving;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jetbrains.lincheck.Lincheck;
import org.jspecify.annotations.Nullable;

/**
 * Runs scenarios under the model checker, which runs one thread at a time and switches at each access to shared memory, at each lock and
 * each wait. In a process of its own, because it rewrites the classes of the whole process while it explores.
 */
public final class Explorer {

    private static final String PASSED = "PASSED ";
    private static final String FAILED = "FAILED ";
    private static final String HUNG = "has hung";

    private Explorer() {}

    /**
     * Explores scenarios in another process. What hung is explored once more, since threads seem to hang where the machine gives them no time.
     *
     * @param invocations how many interleavings of each
     * @param scenarios names in {@link Scenarios#all}
     * @return the scenarios that failed, each with the first lines of why
     */
    static List<String> failures(int invocations, List<String> scenarios) {
        List<String> failed = failuresOfOneProcess(invocations, scenarios);
        List<String> hung = failed.stream()
                .filter(line -> line.contains(HUNG))
                .map(line -> line.substring(FAILED.length(), line.indexOf(':')))
                .toList();
        if (hung.isEmpty()) return failed;
        return Stream.concat(
                        failed.stream().filter(line -> !line.contains(HUNG)),
                        failuresOfOneProcess(invocations, hung).stream())
                .toList();
    }

    private static List<String> failuresOfOneProcess(int invocations, List<String> scenarios) {
        List<String> output = run(invocations, scenarios);
        List<String> passed = output.stream()
                .filter(line -> line.startsWith(PASSED))
                .map(line -> line.substring(PASSED.length()))
                .toList();
        List<String> failed =
                output.stream().filter(line -> line.startsWith(FAILED)).toList();
        if (passed.size() + failed.size() != scenarios.size())
            throw new AssertionError("not explored to the end: " + String.join("\n", output));
        return failed;
    }

    private static List<String> run(int invocations, List<String> scenarios) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Explorer.class.getName(),
                Integer.toString(invocations)));
        command.addAll(scenarios);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return output.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of interleavings, then the scenarios. */
    public static void main(String[] arguments) {
        int invocations = Integer.parseInt(arguments[0]);
        for (String scenario : Stream.of(arguments).skip(1).toList())
            System.out.println(explore(
                    invocations, scenario, requireNonNull(Scenarios.all().get(scenario))));
    }

    private static String explore(int invocations, String name, Runnable scenario) {
        try {
            Lincheck.runConcurrentTest(invocations, scenario);
            return PASSED + name;
        } catch (Throwable e) { // its own failures are errors
            String reason = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
            return FAILED + name + ": " + reason.substring(0, Math.min(reason.length(), 300));
        }
    }

    /** Runs each in a thread of its own, waits for all, and fails where one has failed. */
    public static void inThreads(Runnable... tasks) {
        Thread[] threads = new Thread[tasks.length]; // the model checker does not follow threads that a stream starts
        @Nullable RuntimeException[] failures = new RuntimeException[tasks.length];
        for (int i = 0; i < tasks.length; i++) {
            int number = i;
            threads[i] = new Thread(() -> failures[number] = failure(tasks[number]));
            threads[i].start();
        }
        for (Thread thread : threads) join(thread);
        for (RuntimeException failure : failures) if (failure != null) throw failure;
    }

    private static @Nullable RuntimeException failure(Runnable task) {
        try {
            task.run();
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fails the scenario. */
    public static void require(boolean condition, String promise) {
        if (!condition) throw new IllegalStateException(promise);
    }
}
