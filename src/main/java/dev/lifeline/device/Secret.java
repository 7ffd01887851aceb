package dev.lifeline.device;

import java.util.Arrays;

/**
 * Characters of a password (promise P6): cannot be printed, compared or turned into JSON, and are wiped on close.
 * Thread-safe.
 */
public final class Secret implements AutoCloseable {

    /** Transient, so that mappers that read fields skip it. */
    private final transient char[] characters;

    private transient boolean wiped;

    /** Takes the array over; the caller must not keep it, since it is wiped with this secret. */
    public static Secret of(char[] characters) {
        return new Secret(characters);
    }

    private Secret(char[] characters) {
        this.characters = characters;
    }

    /** Whether every character is white space; true for an empty secret. */
    public synchronized boolean containsOnlyBlanks() {
        for (char character : characters()) if (!Character.isWhitespace(character)) return false;
        return true;
    }

    /**
     * Returns the characters themselves, not a copy: to be read at once and not kept.
     *
     * @throws IllegalStateException after {@link #close}
     */
    public synchronized char[] characters() {
        if (wiped) throw new IllegalStateException("this secret was wiped");
        return characters;
    }

    /** Overwrites the characters. Repeated calls are allowed. */
    @Override
    public synchronized void close() {
        Arrays.fill(characters, '\0');
        wiped = true;
    }

    /** A mask of the same length for every secret. */
    @Override
    public String toString() {
        return "Secret[…]";
    }
}
