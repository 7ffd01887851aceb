package dev.lifeline.message.model;

import dev.lifeline.access.SlackUserId;
import java.time.Instant;

/** One run of a line. Catalogue text and untrusted text are of different types, so that each is escaped as it needs (promise P9). */
public sealed interface TextRun {

    /** Text of the message catalogue. */
    record Text(String text) implements TextRun {}

    /** Text of the message catalogue, in bold. */
    record Bold(String text) implements TextRun {}

    /** Text that a user or the provider wrote: shown literally, never interpreted. */
    record UntrustedText(String text) implements TextRun {

        private static final int MAX_ECHO_CHARS = 100;

        /** What a user typed, for a reply that repeats it: truncated to 100 code points, which no name or address exceeds. */
        public static UntrustedText truncated(String text) {
            if (text.codePointCount(0, text.length()) <= MAX_ECHO_CHARS) return new UntrustedText(text);
            return new UntrustedText(text.substring(0, text.offsetByCodePoints(0, MAX_ECHO_CHARS)) + "…");
        }
    }

    /** Text to be copied, untrusted or not: an address, a command, an id. */
    record Code(String text) implements TextRun {}

    /** A mention of a Slack user, which notifies them. */
    record UserMention(SlackUserId user) implements TextRun {}

    /** An instant, shown in the reader's time zone. */
    record Timestamp(Instant at) implements TextRun {}

    /**
     * What people of other companies do not read, in a channel that is shared with them: an address, a login, what somebody wrote.
     *
     * @param instead what they read in its place, of the message catalogue
     */
    record Internal(TextRun run, String instead) implements TextRun {}

    /** A link to a page of the bot. Neither URL nor label is untrusted. */
    record Link(String url, String label) implements TextRun {}
}
