package dev.lifeline.message.reply;

import dev.lifeline.access.AccessChangeResult;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.ExplainedDenial;
import dev.lifeline.access.PendingAccessChange;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageBlock.BulletList;
import dev.lifeline.message.model.MessageBlock.Paragraph;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.SealedTypeMap;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Replies about permissions and device access. */
public final class AccessReplies {

    private final MessageCatalog catalog;
    private final DenialMessages denials;
    private final AccessOverviewMessages overviewMessages;
    private final SealedTypeMap<AccessChangeResult, TextLine> resultLines;

    /** The replies in the language of a locale; English where the catalogue lacks a phrase. */
    public static AccessReplies in(Locale locale) {
        return new AccessReplies(MessageCatalog.forLocale(locale));
    }

    private AccessReplies(MessageCatalog catalog) {
        this.catalog = catalog;
        this.denials = new DenialMessages(catalog);
        this.overviewMessages = new AccessOverviewMessages(catalog);
        this.resultLines = resultLines();
    }

    /** A denial: a line for each reason, with what to do and who can help. */
    public Message denied(List<ExplainedDenial> explainedDenials) {
        if (explainedDenials.size() == 1) return Message.of(denialLine(explainedDenials.get(0)));
        return new Message(
                catalog.line("access.refused"),
                false,
                List.of(new BulletList(
                        explainedDenials.stream().map(this::denialLine).toList())));
    }

    private TextLine denialLine(ExplainedDenial explainedDenial) {
        return withContacts(denials.denial(explainedDenial.reason()), explainedDenial.contacts());
    }

    private TextLine withContacts(TextLine reason, List<SlackUserId> contacts) {
        if (contacts.isEmpty()) return reason;
        List<TextRun> textRuns = new ArrayList<>(reason.runs());
        textRuns.add(new TextRun.Text(" "));
        textRuns.addAll(catalog.line("access.who-can").runs());
        contacts.forEach(contact -> textRuns.addAll(List.of(new TextRun.Text(" "), new TextRun.UserMention(contact))));
        return new TextLine(textRuns);
    }

    /** The cloud user of the reader, and the denial reasons of each operation. */
    public Message whoAmI(CloudUser user, List<ExplainedDenial> explainedDenials) {
        List<MessageBlock> blocks = new ArrayList<>();
        if (user.masterLike()) blocks.add(paragraph("answer.whoami.master", Map.of()));
        else if (explainedDenials.isEmpty()) blocks.add(paragraph("answer.whoami.may", Map.of()));
        explainedDenials.forEach(explainedDenial -> blocks.add(new Paragraph(whoAmILine(explainedDenial))));
        if (!user.masterLike()) blocks.add(new Paragraph(overviewMessages.deviceAccessSummary(user)));
        return new Message(
                catalog.line("answer.whoami", Map.of("username", new TextRun.UntrustedText(user.username()))),
                false,
                blocks);
    }

    private TextLine whoAmILine(ExplainedDenial explainedDenial) {
        return explainedDenial.reason() instanceof DenialReason.MissingPermission missingPermission
                ? withContacts(
                        catalog.line(
                                "answer.whoami.lacks",
                                overviewMessages.permissionArguments(missingPermission.permission())),
                        explainedDenial.contacts())
                : denialLine(explainedDenial);
    }

    /** What a user has and lacks, with a button for each change that the reader could make. */
    public Message overview(AccessOverview overview) {
        return overviewMessages.render(overview);
    }

    /** The cloud user of another Slack user is not known, or cannot be read now. */
    public Message cloudUserUnknown(SlackUserId user, DenialReason denialReason) {
        String key = denialReason instanceof DenialReason.UpstreamUnavailable unavailable
                ? "access.cannot-tell." + CommonTerms.key(unavailable.outage())
                : "access.not-known";
        return message(key, Map.of("person", new TextRun.UserMention(user)));
    }

    /** A name was typed where a mention is required, because a name does not identify a user. */
    public Message mentionRequired(String typed) {
        return message("access.nobody-chosen", Map.of("typed", TextRun.UntrustedText.truncated(typed)));
    }

    /** The button was offered to another user, or is forged. */
    public Message changeNotFound() {
        return message("access.no-offer", Map.of("command", CommonTerms.slashCommand("access")));
    }

    /** The button is older than the offer is valid. */
    public Message changeExpired(PendingAccessChange pendingAccessChange) {
        return message("access.offer-over", changeArguments(pendingAccessChange));
    }

    /** The button was clicked before. */
    public Message changeAlreadyApplied(PendingAccessChange pendingAccessChange) {
        return message("access.taken-before", changeArguments(pendingAccessChange));
    }

    /** The result for the user manager: what was observed, and where it is not in effect what the provider answered. */
    public Message changeResult(AccessChangeReport report) {
        PendingAccessChange pendingAccessChange = report.pendingChange();
        if (report.isInEffect())
            return message("access.made." + direction(pendingAccessChange), changeArguments(pendingAccessChange));
        List<TextRun> textRuns =
                new ArrayList<>(resultLines.get(report.result()).runs());
        textRuns.add(new TextRun.Text(" "));
        String key = report.observed().isPresent() ? "access.not-seen." : "access.untold.";
        textRuns.addAll(catalog.line(key + direction(pendingAccessChange), changeArguments(pendingAccessChange))
                .runs());
        return Message.of(new TextLine(textRuns));
    }

    /** The notice to the user whose access was report. */
    public Message changeNotice(PendingAccessChange pendingAccessChange, SlackUserId by) {
        return message(
                "access.told." + direction(pendingAccessChange),
                Map.of(
                        "manager",
                        new TextRun.UserMention(by),
                        "right",
                        overviewMessages.entitlement(
                                pendingAccessChange.accessChange().entitlement())));
    }

    private SealedTypeMap<AccessChangeResult, TextLine> resultLines() {
        return SealedTypeMap.<AccessChangeResult, TextLine>builder(AccessChangeResult.class)
                .when(AccessChangeResult.Accepted.class, accepted -> catalog.line("access.outcome.accepted"))
                .when(AccessChangeResult.NotSent.class, notSent -> catalog.line("access.outcome.not-sent"))
                .when(
                        AccessChangeResult.Rejected.class,
                        rejected -> catalog.line("access.because." + CommonTerms.key(rejected.reason())))
                .when(AccessChangeResult.Unconfirmed.class, unconfirmed -> catalog.line("access.outcome.unconfirmed"))
                .build();
    }

    private Map<String, TextRun> changeArguments(PendingAccessChange pendingAccessChange) {
        return Map.of(
                "person",
                new TextRun.UserMention(pendingAccessChange.targetId()),
                "username",
                new TextRun.UntrustedText(pendingAccessChange.accessChange().username()),
                "right",
                overviewMessages.entitlement(pendingAccessChange.accessChange().entitlement()),
                "command",
                CommonTerms.slashCommand("access @"));
    }

    private static String direction(PendingAccessChange pendingAccessChange) {
        return CommonTerms.key(pendingAccessChange.accessChange().direction());
    }

    private MessageBlock paragraph(String key, Map<String, TextRun> arguments) {
        return new Paragraph(catalog.line(key, arguments));
    }

    private Message message(String key, Map<String, TextRun> arguments) {
        return Message.of(catalog.line(key, arguments));
    }
}
