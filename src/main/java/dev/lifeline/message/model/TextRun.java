package dev.lifeline.message.model;

import dev.lifeline.access.SlackUserId;
import java.time.Instant;

/** What is one piece of a line? Our own words and foreign text are told apart, so that the door can show each safely (promise P9). */
public sealed interface TextRun {

    /** Our own words, from the phrasebook. */
    record Text(String text) implements TextRun {}

    /** Our own words, to stand out. */
    record Bold(String text) implements TextRun {}

    /** Text that a person or the provider wrote: shown as it is, never interpreted. */
    record UntrustedText(String text) implements TextRun {

        /** More than any name or address has. */
        private static final int MAX_ECHO_CHARS = 100;

        /** What a person typed, said back to them: its beginning is enough to know it by. */
        public static UntrustedText truncated(String text) {
            if (text.codePointCount(0, text.length()) <= MAX_ECHO_CHARS) return new UntrustedText(text);
            return new UntrustedText(text.substring(0, text.offsetByCodePoints(0, MAX_ECHO_CHARS)) + "…");
        }
    }

    /** Foreign text or ours that is to be copied: an address, a command, an id. */
    record Code(String text) implements TextRun {}

    /** A person, by name and with a ping. */
    record UserMention(SlackUserId user) implements TextRun {}

    /** A moment, in the reader's own time zone. */
    record Timestamp(Instant at) implements TextRun {}

    /** Where to go on, outside Slack. The address is one of our own, the label our own words. */
    record Link(String url, String label) implements TextRun {}
}
