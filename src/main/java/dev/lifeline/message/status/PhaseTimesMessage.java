package dev.lifeline.message.status;

import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Button;
import dev.lifeline.message.model.Button.Style;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.rescue.RescuePhase;
import dev.lifeline.rescue.RescueRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The last reply in a thread: how long each phase of the rescue took, and the buttons for all of it. That for a canvas is left out on
 * delivery where the bot may not create any.
 */
public final class PhaseTimesMessage {

    private static final long SECONDS_A_MINUTE = 60;
    private static final long MINUTES_AN_HOUR = 60;

    private final MessageCatalog catalog;

    /** The reply in the language of a locale; English where the catalogue lacks a phrase. */
    public static PhaseTimesMessage in(Locale locale) {
        return new PhaseTimesMessage(MessageCatalog.forLocale(locale));
    }

    private PhaseTimesMessage(MessageCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The reply.
     *
     * @param times in the order of the phases
     */
    public Message render(RescueRequest request, Map<RescuePhase, Duration> times) {
        List<TextRun> runs =
                new ArrayList<>(catalog.line("thread.times", Map.of("device", CommonTerms.device(request.device())))
                        .runs());
        String separator = " ";
        for (Map.Entry<RescuePhase, Duration> time : times.entrySet()) {
            runs.add(new TextRun.Text(separator));
            runs.addAll(
                    catalog.line("phase." + CommonTerms.key(time.getKey()), Map.of("time", duration(time.getValue())))
                            .runs());
            separator = ", ";
        }
        runs.add(new TextRun.Text("."));
        return new Message(
                new TextLine(runs),
                false,
                List.of(new MessageBlock.Buttons(List.of(
                        button(request, Action.SEND_TIMELINE, "button.timeline"),
                        button(request, Action.POST_CANVAS, "button.canvas")))));
    }

    private Button button(RescueRequest request, Action action, String label) {
        return Button.of(action, catalog.text(label), request.id().value(), Style.DEFAULT);
    }

    /** Two units at most. */
    private TextRun duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        long minutes = seconds / SECONDS_A_MINUTE;
        if (minutes == 0) return text("duration.seconds", seconds);
        if (minutes < MINUTES_AN_HOUR) return text("duration.minutes", minutes);
        return new TextRun.Text(catalog.line(
                        "duration.hours",
                        Map.of(
                                "hours",
                                number(minutes / MINUTES_AN_HOUR),
                                "minutes",
                                number(minutes % MINUTES_AN_HOUR)))
                .plainText());
    }

    private TextRun text(String key, long count) {
        return new TextRun.Text(
                catalog.line(key, Map.of("count", number(count))).plainText());
    }

    private static TextRun number(long value) {
        return new TextRun.Text(Long.toString(value));
    }
}
