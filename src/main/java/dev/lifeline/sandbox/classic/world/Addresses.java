package dev.lifeline.sandbox.classic.world;

/** Which loopback address does the n-th device have? 127.20.0.1 and on, or 127.0.0.1 for all where there is only one. */
public record Addresses(boolean many) {

    private static final int PER_BLOCK = 250;

    /** The address its network answers on; n counts from 0. */
    public String of(int n) {
        return many ? dotted(127, 20, n) : "127.0.0.1";
    }

    /** A "private" address where nothing answers; on loopback too, since whoever tries it must not knock at a real network. */
    public String backend(int n) {
        return dotted(127, 72, n);
    }

    private static String dotted(int first, int second, int n) {
        int block = n / PER_BLOCK;
        return first + "." + (second + block / PER_BLOCK) + "." + block % PER_BLOCK + "." + (n % PER_BLOCK + 1);
    }
}
