package dev.lifeline.slack.blockkit;

import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Renders the fallback text of a message, for notifications and screen readers. Slack parses it: user mentions and dates are markup,
 * everything else is sanitized and escaped (promise P9).
 */
final class FallbackText {

    private final List<Piece> pieces = new ArrayList<>();

    /**
     * A part of the text.
     *
     * @param markup whether it is a mention or a date, which a truncation must not split; else it is text to be escaped
     */
    private record Piece(String text, boolean markup) {

        private String escaped() {
            return markup ? text : TextSanitizer.escapeMrkdwn(text);
        }

        /** What a truncation must not split: an escape is one. */
        private Stream<String> units() {
            return markup ? Stream.of(text) : text.codePoints().mapToObj(TextSanitizer::escapeMrkdwn);
        }
    }

    private FallbackText() {}

    static String of(Message message) {
        FallbackText text = new FallbackText();
        text.add(message.notification().orElse(message.title()));
        if (message.notification().isPresent()) text.addLine("", message.title());
        message.blocks().forEach(text::add);
        return text.truncate();
    }

    private void add(MessageBlock messageBlock) {
        if (messageBlock instanceof MessageBlock.Paragraph paragraph) addLine("", paragraph.textLine());
        if (messageBlock instanceof MessageBlock.Context context) addLine("", context.textLine());
        if (messageBlock instanceof MessageBlock.Row row) addLine("• ", row.textLine());
        if (messageBlock instanceof MessageBlock.BulletList bulletList)
            bulletList.textLines().forEach(textLine -> addLine("• ", textLine));
        if (messageBlock instanceof MessageBlock.Fields fields)
            fields.fields().forEach(field -> addLine(field.label() + ": ", field.value()));
        if (messageBlock instanceof MessageBlock.Steps steps) steps.steps().forEach(this::addStep);
        if (messageBlock instanceof MessageBlock.Preformatted preformatted)
            addLine("", TextLine.ofText(preformatted.text()));
        if (messageBlock instanceof MessageBlock.Permalink permalink)
            addLine("", TextLine.ofText(permalink.label() + ": " + permalink.url()));
    }

    private void addStep(MessageBlock.Step step) {
        addLine("• ", TextLine.ofText(step.text()));
        step.detail().ifPresent(detail -> addLine("", detail));
    }

    private void addLine(String label, TextLine textLine) {
        pieces.add(new Piece("\n", true));
        add(label);
        add(textLine);
    }

    private void add(TextLine textLine) {
        textLine.runs().forEach(this::add);
    }

    private void add(TextRun textRun) {
        String mrkdwn = Mrkdwn.format(textRun);
        if (mrkdwn.isEmpty()) add(TextLine.of(textRun).plainText());
        else pieces.add(new Piece(mrkdwn, true));
    }

    private void add(String text) {
        pieces.add(new Piece(TextSanitizer.sanitizeLines(text), false));
    }

    private String truncate() {
        StringBuilder whole = new StringBuilder();
        pieces.forEach(piece -> whole.append(piece.escaped()));
        String fallbackText = whole.toString();
        return BlockKitLimit.FALLBACK_TEXT.fits(fallbackText) ? fallbackText : truncated();
    }

    private String truncated() {
        StringBuilder truncated = new StringBuilder();
        int left = BlockKitLimit.FALLBACK_TEXT.max() - 1;
        for (String unit : pieces.stream().flatMap(Piece::units).toList()) {
            left -= BlockKitLimit.codePointLength(unit);
            if (left < 0) break;
            truncated.append(unit);
        }
        return truncated.append('…').toString();
    }
}
