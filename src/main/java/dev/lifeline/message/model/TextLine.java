package dev.lifeline.message.model;

import java.util.List;
import java.util.stream.Collectors;

/** A line of text: a sequence of runs. */
public record TextLine(List<TextRun> runs) {

    public TextLine {
        runs = List.copyOf(runs);
    }

    public static TextLine of(TextRun... runs) {
        return new TextLine(List.of(runs));
    }

    /** A line of catalogue text. */
    public static TextLine ofText(String text) {
        return of(new TextRun.Text(text));
    }

    /** The text without formatting, for notifications and screen readers. */
    public String plainText() {
        return runs.stream().map(TextLine::plainText).collect(Collectors.joining());
    }

    private static String plainText(TextRun textRun) {
        if (textRun instanceof TextRun.Text text) return text.text();
        if (textRun instanceof TextRun.Bold bold) return bold.text();
        if (textRun instanceof TextRun.UntrustedText untrustedText) return untrustedText.text();
        if (textRun instanceof TextRun.Code code) return code.text();
        if (textRun instanceof TextRun.UserMention userMention) return "@" + userMention.user();
        if (textRun instanceof TextRun.Link link) return link.url();
        if (textRun instanceof TextRun.Internal internal) return plainText(internal.run());
        return ((TextRun.Timestamp) textRun).at().toString();
    }
}
