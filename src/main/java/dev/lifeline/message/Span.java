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
    record Foreign(String text) implements Span {}

    /** Foreign text or ours that is to be copied: an address, a command, an id. */
    record Code(String text) implements Span {}

    /** A person, by name and with a ping. */
    record Mention(SlackUserId person) implements Span {}

    /** A moment, in the reader's own time zone. */
    record Moment(Instant at) implements Span {}

    /** Where to go on, outside Slack. The address is one of our own, the label our own words. */
    record Address(String url, String label) implements Span {}
}
