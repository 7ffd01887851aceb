package dev.lifeline;

/** Where the program begins. */
public final class Lifeline {

    private Lifeline() {}

    public static void main(String[] arguments) {
        System.out.println("Lifeline");
    }
}
