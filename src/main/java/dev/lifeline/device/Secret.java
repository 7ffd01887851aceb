package dev.lifeline.device;

import java.util.Arrays;

/**
 * Characters that one person may see and nothing may keep (promise P6). It cannot be printed, compared or turned into JSON; it is wiped
 * when it is closed, and not to be had any more.
 */
public final class Secret implements AutoCloseable {

    /** Not for any mapper: those that read fields pass over what is transient. */
    private final transient char[] characters;

    private transient boolean wiped;

    /** Takes the array over: whoever made it forgets it, as it is wiped with this. */
    public static Secret of(char[] characters) {
        return new Secret(characters);
    }

    private Secret(char[] characters) {
        this.characters = characters;
    }

    /** Whether there is anything to see in it. */
    public synchronized boolean containsOnlyBlanks() {
        for (char one : characters()) if (!Character.isWhitespace(one)) return false;
        return true;
    }

    /**
     * The characters themselves, not a copy: to be read at once, and not to be kept.
     *
     * @throws IllegalStateException after it was wiped
     */
    public synchronized char[] characters() {
        if (wiped) throw new IllegalStateException("this secret was wiped");
        return characters;
    }

    /** Wipes it. */
    @Override
    public synchronized void close() {
        Arrays.fill(characters, '\0');
        wiped = true;
    }

    /** A mask, of the same length for every secret. */
    @Override
    public String toString() {
        return "Secret[…]";
    }
}
