package dev.lifeline.message.reply;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Button;
import dev.lifeline.message.model.Button.Style;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageBlock.BulletList;
import dev.lifeline.message.model.MessageBlock.Buttons;
import dev.lifeline.message.model.MessageBlock.Context;
import dev.lifeline.message.model.MessageBlock.Paragraph;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.rescue.ApprovalTransitions;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The content of the Home tab. */
public final class HomeMessages {

    private static final int MAX_ROWS = 20;

    /** Each takes two blocks. */
    private static final int MAX_VOTABLE = 8;

    /** Slack rejects an empty value. */
    private static final String NO_VALUE = "-";

    private final MessageCatalog catalog;
    private final CommonTerms terms;
    private final AccountReplies accountReplies;
    private final ApprovalButtons approvalButtons;

    /** The content in the language of a locale; English where the catalogue lacks a phrase. */
    public static HomeMessages in(Locale locale) {
        return new HomeMessages(MessageCatalog.forLocale(locale), AccountReplies.in(locale));
    }

    private HomeMessages(MessageCatalog catalog, AccountReplies accountReplies) {
        this.catalog = catalog;
        this.terms = new CommonTerms(catalog);
        this.accountReplies = accountReplies;
        this.approvalButtons = new ApprovalButtons(catalog);
    }

    /** What waits for the reader comes first, then what is under way, who the reader is, and what there was. */
    public Message overview(HomeOverview overview) {
        List<MessageBlock> blocks = new ArrayList<>();
        blocks.add(new Buttons(List.of(
                Button.of(Action.PICK_DEVICE, catalog.text("form.device.title"), NO_VALUE, Style.PRIMARY),
                Button.of(Action.START_DRILL, catalog.text("button.drill"), NO_VALUE, Style.DEFAULT))));
        addUnlinked(overview, blocks);
        addVotable(overview, blocks);
        addOpen(overview, blocks);
        Message identity = accountReplies.whoAmI(
                overview.reader().readers(), overview.reader().elsewhere());
        blocks.add(heading("home.you"));
        blocks.add(new Paragraph(identity.title()));
        blocks.addAll(identity.blocks());
        addClosed(overview, blocks);
        blocks.add(new Context(catalog.line("home.help", Map.of("command", CommonTerms.slashCommand("help")))));
        return Message.withHeader(catalog.line("home.title"), blocks);
    }

    private void addUnlinked(HomeOverview overview, List<MessageBlock> blocks) {
        if (overview.unlinkedApprovers().isEmpty()) return;
        List<TextRun> runs =
                new ArrayList<>(catalog.line("home.unlinked", Map.of("command", CommonTerms.slashCommand("link")))
                        .runs());
        overview.unlinkedApprovers().stream()
                .sorted(Comparator.comparing(SlackUserId::value))
                .limit(MAX_ROWS)
                .forEach(user -> runs.addAll(List.of(new TextRun.Text(" "), new TextRun.UserMention(user))));
        blocks.add(new Paragraph(new TextLine(runs)));
    }

    private void addVotable(HomeOverview overview, List<MessageBlock> blocks) {
        if (overview.board().votable().isEmpty()) return;
        blocks.add(heading("home.votable"));
        overview.board().votable().stream().limit(MAX_VOTABLE).forEach(request -> {
            blocks.add(new Paragraph(withLink(votableRow(request), request, overview)));
            blocks.add(approvalButtons.vote(request));
        });
        addMore(overview.board().votable().size() - MAX_VOTABLE, blocks);
    }

    private TextLine votableRow(RescueRequest request) {
        AwaitingApproval waiting = (AwaitingApproval) request.stage();
        String reason = waiting.confirmation().reason();
        Map<String, TextRun> arguments = Map.of(
                "device",
                CommonTerms.device(request.device()),
                "requester",
                requester(request),
                "votes",
                number(ApprovalTransitions.countVotes(request.plan(), waiting.votes())),
                "quorum",
                number(request.plan().requirements().quorum()),
                "until",
                new TextRun.Timestamp(waiting.approveBy()),
                "reason",
                TextRun.UntrustedText.truncated(reason));
        return terms.markDrill(
                request, catalog.line(reason.isEmpty() ? "home.votable.row" : "home.votable.row.reason", arguments));
    }

    private void addOpen(HomeOverview overview, List<MessageBlock> blocks) {
        blocks.add(heading("home.open"));
        if (overview.board().open().isEmpty()) blocks.add(new Paragraph(catalog.line("answer.status.none")));
        else
            blocks.add(new BulletList(overview.board().open().stream()
                    .limit(MAX_ROWS)
                    .map(request -> withLink(openRow(request), request, overview))
                    .toList()));
        addMore(overview.board().open().size() - MAX_ROWS, blocks);
    }

    private TextLine openRow(RescueRequest request) {
        Map<String, TextRun> arguments =
                Map.of("device", CommonTerms.device(request.device()), "requester", requester(request));
        if (request.stage() instanceof Stage.InRescue) return terms.inRescueRow(request);
        List<TextRun> textRuns = new ArrayList<>(List.of(CommonTerms.device(request.device()), new TextRun.Text(": ")));
        textRuns.addAll(terms.stage(request).runs());
        textRuns.add(new TextRun.Text(" "));
        textRuns.addAll(catalog.line("home.open.by", arguments).runs());
        return terms.markDrill(request, new TextLine(textRuns));
    }

    private void addClosed(HomeOverview overview, List<MessageBlock> blocks) {
        if (overview.board().closed().isEmpty()) return;
        blocks.add(heading("home.closed"));
        blocks.add(new BulletList(overview.board().closed().stream()
                .map(request -> withLink(closedRow(request), request, overview))
                .toList()));
    }

    private TextLine closedRow(RescueRequest request) {
        Stage.Closed closed = (Stage.Closed) request.stage();
        String outcome = catalog.text("history.close-reason." + CommonTerms.key(closed.closeReason()));
        Map<String, TextRun> arguments = Map.of(
                "device",
                CommonTerms.device(request.device()),
                "outcome",
                new TextRun.Text(outcome),
                "requester",
                requester(request));
        return terms.markDrill(request, catalog.line("history.row", withTime(arguments, closed.closedAt())));
    }

    private void addMore(int count, List<MessageBlock> blocks) {
        if (count > 0)
            blocks.add(new Context(
                    catalog.line("home.more", count, Map.of("command", CommonTerms.slashCommand("status")))));
    }

    private TextLine withLink(TextLine row, RescueRequest request, HomeOverview overview) {
        Optional<String> url = overview.statusLinks().apply(request.id());
        if (url.isEmpty()) return row;
        List<TextRun> textRuns = new ArrayList<>(row.runs());
        textRuns.add(new TextRun.Text(" "));
        textRuns.add(new TextRun.Link(url.get(), catalog.text("direct.link")));
        return new TextLine(textRuns);
    }

    private MessageBlock heading(String key) {
        return new Paragraph(catalog.line(key));
    }

    private static Map<String, TextRun> withTime(Map<String, TextRun> arguments, Instant at) {
        Map<String, TextRun> all = new HashMap<>(arguments);
        all.put("at", new TextRun.Timestamp(at));
        return all;
    }

    private static TextRun requester(RescueRequest request) {
        return new TextRun.UserMention(request.plan().requester().slackUserId());
    }

    private static TextRun number(int value) {
        return new TextRun.Text(Integer.toString(value));
    }
}
