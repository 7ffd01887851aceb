package dev.lifeline.handler.candidate;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.lifeline.handler.inbox.CommandText;
import dev.lifeline.handler.inbox.MessageText;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A word of a message that may name a device.
 *
 * @param name in lower case
 * @param before what stands before it in its piece of the message, as far as it matters
 * @param after what stands behind it, as far as it matters
 */
record Word(MessageText piece, String name, String before, String after) {

    /** What host names and addresses are made of. Slack's clients and typesetters write other dashes. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._\u2010-\u2015-]*");

    private static final int MAX_BEFORE_CHARS = 48;
    private static final int MAX_AFTER_CHARS = 32;

    /** The words of a piece, in order; of a piece that is longer than a Slack text, the beginning. */
    static Stream<Word> wordsOf(MessageText piece) {
        String text = CommandText.truncate(piece.text());
        Matcher matcher = NAME.matcher(text);
        Stream.Builder<Word> words = Stream.builder();
        while (matcher.find()) words.add(word(piece, text, matcher.start(), matcher.end()));
        return words.build();
    }

    private static Word word(MessageText piece, String text, int start, int end) {
        String name = text.substring(start, end).replaceAll("[\u2010-\u2015]", "-");
        int length = name.length();
        while (length > 1 && ".-_".indexOf(name.charAt(length - 1)) >= 0) length--;
        return new Word(
                piece,
                name.substring(0, length).toLowerCase(Locale.ROOT),
                text.substring(Math.max(0, start - MAX_BEFORE_CHARS), start),
                text.substring(start + length, Math.min(text.length(), start + length + MAX_AFTER_CHARS)));
    }

    /** How much speaks for it that the message is about this device. */
    int weight() {
        return placeWeight() + Clue.weightOf(this);
    }

    private int placeWeight() {
        return switch (piece.place()) {
            case TITLE -> 60;
            case FIELD -> 50;
            case TEXT -> 45;
            case CODE -> 35;
            case SMALL_PRINT -> 20;
            case LINK -> 10;
        };
    }
}
