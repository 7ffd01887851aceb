package dev.lifeline;

import dev.lifeline.cli.Cli;

/** Where the program begins. */
public final class Lifeline {

    private Lifeline() {}

    public static void main(String[] arguments) {
        System.exit(new Cli(System.getenv()).run(arguments));
    }
}
