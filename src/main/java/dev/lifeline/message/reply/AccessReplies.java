package dev.lifeline.message.reply;

import dev.lifeline.access.AccessChangeResult;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.ExplainedDenial;
import dev.lifeline.access.PendingAccessChange;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock.BulletList;
import dev.lifeline.message.model.MessageBlock.Paragraph;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.SealedTypeMap;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What does one person read about who may do what? */
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

    /** Why not, what to do, and who can help: every reason, a line each. */
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

    private TextLine withContacts(TextLine reason, List<SlackUserId> whoCan) {
        if (whoCan.isEmpty()) return reason;
        List<TextRun> textRuns = new ArrayList<>(reason.runs());
        textRuns.add(new TextRun.Text(" "));
        textRuns.addAll(catalog.line("access.who-can").runs());
        whoCan.forEach(person -> textRuns.addAll(List.of(new TextRun.Text(" "), new TextRun.UserMention(person))));
        return new TextLine(textRuns);
    }

    /** Who they are on the account, and what stands against what they may want to do. */
    public Message whoAmI(CloudUser user, List<ExplainedDenial> explainedDenials) {
        List<MessageBlock> said = new ArrayList<>();
        if (user.masterLike()) said.add(paragraph("answer.whoami.master", Map.of()));
        else if (explainedDenials.isEmpty()) said.add(paragraph("answer.whoami.may", Map.of()));
        explainedDenials.forEach(explainedDenial -> said.add(new Paragraph(whoAmILine(explainedDenial))));
        if (!user.masterLike()) said.add(new Paragraph(overviewMessages.deviceAccessSummary(user)));
        return new Message(
                catalog.line("answer.whoami", Map.of("username", new TextRun.UntrustedText(user.username()))),
                false,
                said);
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

    /** What somebody has and lacks, with a button for each change that the reader could make. */
    public Message overview(AccessOverview panel) {
        return overviewMessages.render(panel);
    }

    /** Nothing is known of who somebody else is on the account. */
    public Message cloudUserUnknown(SlackUserId person, DenialReason denialReason) {
        boolean cannotTell = denialReason instanceof DenialReason.UpstreamUnavailable;
        return message(
                cannotTell ? "access.cannot-tell" : "access.not-known",
                Map.of("person", new TextRun.UserMention(person)));
    }

    /** A name was typed, which identifies nobody. */
    public Message mentionRequired(String typed) {
        return message("access.nobody-chosen", Map.of("typed", TextRun.UntrustedText.truncated(typed)));
    }

    /** A button that was not made for whoever pressed it, or by nobody. */
    public Message changeNotFound() {
        return message("access.no-offer", Map.of("command", CommonTerms.slashCommand("access")));
    }

    public Message changeExpired(PendingAccessChange pendingAccessChange) {
        return message("access.offer-over", changeArguments(pendingAccessChange));
    }

    public Message changeAlreadyApplied(PendingAccessChange pendingAccessChange) {
        return message("access.taken-before", changeArguments(pendingAccessChange));
    }

    /** What came of it, to whoever pressed: what was seen, before what the provider said. */
    public Message changeResult(AccessChangeReport changed) {
        PendingAccessChange pendingAccessChange = changed.pendingChange();
        if (changed.isInEffect())
            return message("access.made." + direction(pendingAccessChange), changeArguments(pendingAccessChange));
        List<TextRun> textRuns =
                new ArrayList<>(resultLines.get(changed.result()).runs());
        textRuns.add(new TextRun.Text(" "));
        String seen = changed.observed().isPresent() ? "access.not-seen." : "access.untold.";
        textRuns.addAll(catalog.line(seen + direction(pendingAccessChange), changeArguments(pendingAccessChange))
                .runs());
        return Message.of(new TextLine(textRuns));
    }

    /** To the person whose access it is. */
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
                .when(AccessChangeResult.Accepted.class, yes -> catalog.line("access.outcome.accepted"))
                .when(AccessChangeResult.NotSent.class, no -> catalog.line("access.outcome.not-sent"))
                .when(
                        AccessChangeResult.Rejected.class,
                        no -> catalog.line("access.because." + CommonTerms.key(no.reason())))
                .when(AccessChangeResult.Unconfirmed.class, lost -> catalog.line("access.outcome.unconfirmed"))
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

    private MessageBlock paragraph(String key, Map<String, TextRun> slots) {
        return new Paragraph(catalog.line(key, slots));
    }

    private Message message(String key, Map<String, TextRun> slots) {
        return Message.of(catalog.line(key, slots));
    }
}
