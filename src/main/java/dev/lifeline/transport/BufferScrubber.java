package dev.lifeline.transport;

import okio.Buffer;

/**
 * Overwrites the okio segments that the calling thread used last, so that no byte of a secret stays in memory (promise P6). okio keeps
 * released segments in a pool without clearing them; taking more bytes than the pool holds and writing zeros into them clears the pool.
 *
 * <p>Works only for a connection that was read and written by the calling thread alone, which is so with HTTP/1.1 and not with HTTP/2.
 */
public final class BufferScrubber {

    /** Four times the 64 KiB that okio keeps for a thread. */
    private static final int SCRUB_BYTES = 256 << 10;

    private BufferScrubber() {}

    /** Overwrites this thread's pooled segments. Call it after the response was closed, on the thread that read it. */
    public static void scrub() {
        try (Buffer buffer = new Buffer()) {
            buffer.write(new byte[SCRUB_BYTES]);
        }
    }
}
