package dev.lifeline.slack;

import dev.lifeline.message.Line;
import dev.lifeline.message.Message;
import dev.lifeline.message.Part;
import dev.lifeline.message.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands in for the blocks, in a notification and for a screen reader? The one text that Slack parses: people and moments are
 * left for it to show, everything else is clean and escaped.
 */
final class FallbackText {

    /** What must not be torn apart by a cut: an escape, a person, a moment. */
    private final List<String> pieces = new ArrayList<>();

    private FallbackText() {}

    static String of(Message message) {
        FallbackText text = new FallbackText();
        text.add(message.title());
        message.parts().forEach(text::add);
        return text.cut();
    }

    private void add(Part part) {
        if (part instanceof Part.Paragraph paragraph) newLine("", paragraph.line());
        if (part instanceof Part.Note note) newLine("", note.line());
        if (part instanceof Part.Bullets bullets) bullets.lines().forEach(line -> newLine("• ", line));
        if (part instanceof Part.Facts facts) facts.facts().forEach(fact -> newLine(fact.label() + ": ", fact.value()));
        if (part instanceof Part.Verbatim verbatim) newLine("", Line.words(verbatim.text()));
        if (part instanceof Part.Elsewhere elsewhere)
            newLine("", Line.words(elsewhere.words() + ": " + elsewhere.address()));
    }

    private void newLine(String label, Line line) {
        pieces.add("\n");
        add(label);
        add(line);
    }

    private void add(Line line) {
        line.spans().forEach(this::add);
    }

    private void add(Span span) {
        String live = Live.text(span);
        if (live.isEmpty()) add(Line.of(span).plain());
        else pieces.add(live);
    }

    private void add(String words) {
        CleanText.lines(words).codePoints().mapToObj(CleanText::escaped).forEach(pieces::add);
    }

    private String cut() {
        String whole = String.join("", pieces);
        if (Limit.FALLBACK.holds(whole)) return whole;
        StringBuilder cut = new StringBuilder();
        int left = Limit.FALLBACK.most() - 1;
        for (String piece : pieces) {
            left -= Limit.length(piece);
            if (left < 0) break;
            cut.append(piece);
        }
        return cut.append('…').toString();
    }
}
