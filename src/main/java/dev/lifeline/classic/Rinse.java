package dev.lifeline.classic;

import okio.Buffer;

/**
 * How is nothing of an answer left in the buffers it came in? okio keeps those that it is done with, as they are, for whoever comes next
 * on the thread; here they are taken and written over.
 */
final class Rinse {

    /** Four times what okio keeps for a thread. */
    private static final int ENOUGH = 256 << 10;

    private Rinse() {}

    static void buffers() {
        try (Buffer buffer = new Buffer()) {
            buffer.write(new byte[ENOUGH]);
        }
    }
}
