package dev.lifeline.message;

import dev.lifeline.access.SlackUserId;
import java.time.Instant;

/** What is one piece of a line? Our own words and foreign text are told apart, so that the door can show each safely (promise P9). */
public sealed interface Span {

    /** Our own words, from the phrasebook. */
    record Words(String text) implements Span {}

    /** Our own words, to stand out. */
    record Strong(String text) implements Span {}

    /** Text that a person or the provider wrote: shown as it is, never interpreted. */
    record Foreign(String text) implements Span {

        /** More than any name or address has. */
        private static final int LONGEST_TYPED = 100;

        /** What a person typed, said back to them: its beginning is enough to know it by. */
        static Foreign typed(String text) {
            if (text.codePointCount(0, text.length()) <= LONGEST_TYPED) return new Foreign(text);
            return new Foreign(text.substring(0, text.offsetByCodePoints(0, LONGEST_TYPED)) + "…");
        }
    }

    /** Foreign text or ours that is to be copied: an address, a command, an id. */
    record Code(String text) implements Span {}

    /** A person, by name and with a ping. */
    record Mention(SlackUserId person) implements Span {}

    /** A moment, in the reader's own time zone. */
    record Moment(Instant at) implements Span {}

    /** Where to go on, outside Slack. The address is one of our own, the label our own words. */
    record Address(String url, String label) implements Span {}
}
