package dev.lifeline.slack.modal;

import okio.Buffer;

/**
 * How is nothing of what was said left in the buffers it went through? okio keeps those that it is done with, as they are, for whoever comes next
 * on the thread; here they are taken and written over.
 */
final class BufferScrubber {

    /** Four times what okio keeps for a thread. */
    private static final int SCRUB_BYTES = 256 << 10;

    private BufferScrubber() {}

    static void scrub() {
        try (Buffer buffer = new Buffer()) {
            buffer.write(new byte[SCRUB_BYTES]);
        }
    }
}
