package dev.lifeline.endtoend;

import dev.lifeline.cli.Cli;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Output and exit code of one command that ran in this process. */
record CliOutput(int exitCode, String standardOutput, String standardError) {

    /** Runs a command that ends by itself. */
    static CliOutput run(Map<String, String> environment, String... command) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        try (PrintStream outputStream = new PrintStream(output, true, StandardCharsets.UTF_8);
                PrintStream errorStream = new PrintStream(errors, true, StandardCharsets.UTF_8)) {
            System.setOut(outputStream);
            System.setErr(errorStream);
            int exitCode = new Cli(environment).run(command);
            return new CliOutput(
                    exitCode, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** Standard error without log lines. */
    String errorWithoutLog() {
        return standardError
                .lines()
                .filter(line -> !line.matches("\\d{4}-\\d\\d-\\d\\dT.*"))
                .reduce("", (before, line) -> before + line + "\n");
    }
}
