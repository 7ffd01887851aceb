package dev.lifeline.message.reply;

import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Replies to {@code /rescue doctor}. The lines themselves are the operator's, in English. */
public final class DoctorReplies {

    private static final int MAX_REPORT_CHARS = 9_000;
    private static final String PASSED = "ok ";

    private final MessageCatalog catalog;

    /** The replies in the language of a locale; English where the catalogue lacks a phrase. */
    public static DoctorReplies in(Locale locale) {
        return new DoctorReplies(MessageCatalog.forLocale(locale));
    }

    private DoctorReplies(MessageCatalog catalog) {
        this.catalog = catalog;
    }

    /** To somebody who does not own the account. */
    public Message ownerOnly() {
        return Message.of(catalog.line(
                "doctor.owner-only",
                Map.of("whoami", CommonTerms.slashCommand("whoami"), "command", new TextRun.Code("doctor"))));
    }

    /**
     * The lines of the checks; where they are too long for a message, those of problems first.
     *
     * @param lines what is well begins with {@code ok}
     */
    public Message report(List<String> lines) {
        int problems =
                (int) lines.stream().filter(line -> !line.startsWith(PASSED)).count();
        return new Message(
                problems == 0 ? catalog.line("doctor.well") : catalog.line("doctor.title", problems, Map.of()),
                false,
                List.of(new MessageBlock.Preformatted(String.join("\n", fitting(lines)))));
    }

    private List<String> fitting(List<String> lines) {
        if (String.join("\n", lines).length() <= MAX_REPORT_CHARS) return lines;
        List<String> kept = new ArrayList<>();
        int length = 0;
        List<String> problemsFirst = new ArrayList<>(lines);
        problemsFirst.sort((one, other) -> Boolean.compare(one.startsWith(PASSED), other.startsWith(PASSED)));
        for (String line : problemsFirst) {
            length += line.length() + 1;
            if (length > MAX_REPORT_CHARS) break;
            kept.add(line);
        }
        Map<String, TextRun> command = Map.of("command", new TextRun.Text("doctor"));
        kept.add("… "
                + catalog.line("history.cut", lines.size() - kept.size(), command)
                        .plainText());
        return kept;
    }
}
