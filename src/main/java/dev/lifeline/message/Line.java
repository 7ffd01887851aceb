package dev.lifeline.message;

import java.util.List;
import java.util.stream.Collectors;

/** What is said in one breath? */
public record Line(List<Span> spans) {

    public Line {
        spans = List.copyOf(spans);
    }

    public static Line of(Span... spans) {
        return new Line(List.of(spans));
    }

    /** Only our own words. */
    public static Line words(String text) {
        return of(new Span.Words(text));
    }

    /** The line without looks, for a notification or a screen reader. */
    public String plain() {
        return spans.stream().map(Line::plain).collect(Collectors.joining());
    }

    private static String plain(Span span) {
        if (span instanceof Span.Words words) return words.text();
        if (span instanceof Span.Strong strong) return strong.text();
        if (span instanceof Span.Foreign foreign) return foreign.text();
        if (span instanceof Span.Code code) return code.text();
        if (span instanceof Span.Mention mention) return "@" + mention.person();
        if (span instanceof Span.Address address) return address.url();
        return ((Span.Moment) span).at().toString();
    }
}
