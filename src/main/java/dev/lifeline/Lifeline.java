package dev.lifeline;

import dev.lifeline.cli.Cli;

/** Entry point of the program: runs the command line. */
public final class Lifeline {

    private Lifeline() {}

    public static void main(String[] arguments) {
        System.exit(new Cli(System.getenv()).run(arguments));
    }
}
