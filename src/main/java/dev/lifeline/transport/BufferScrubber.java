package dev.lifeline.softlayer.rest;

import okio.Buffer;

/**
 * How is nothing of an answer left in the buffers it came in? okio keeps those that it is done with, as they are, for whoever comes next
 * on the thread; here they are taken and written over.
 */
public final class BufferScrubber {

    /** Four times what okio keeps for a thread. */
    private static final int SCRUB_BYTES = 256 << 10;

    private BufferScrubber() {}

    public static void scrub() {
        try (Buffer buffer = new Buffer()) {
            buffer.write(new byte[SCRUB_BYTES]);
        }
    }
}
