package dev.lifeline.message.reply;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.LinkChangeDenial;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.Device;
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
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Ephemeral replies about links between Slack users and cloud users. */
public final class LinkReplies {

    private static final int MAX_ROWS = 20;

    private static final Map<String, TextRun> LINK_ARGUMENTS = Map.of("command", CommonTerms.slashCommand("link"));
    private static final Map<String, TextRun> UNLINK_ARGUMENTS = Map.of("command", CommonTerms.slashCommand("unlink"));

    private final MessageCatalog catalog;

    /** The replies in the language of a locale; English where the catalogue lacks a phrase. */
    public static LinkReplies in(Locale locale) {
        return new LinkReplies(MessageCatalog.forLocale(locale));
    }

    private LinkReplies(MessageCatalog catalog) {
        this.catalog = catalog;
    }

    /** The URL of the link page. */
    public Message linkPageUrl(URI pageUrl, Instant until) {
        TextRun link = new TextRun.Link(pageUrl.toString(), catalog.text("link.offer.label"));
        TextLine note = catalog.line("link.offer.note", Map.of("until", new TextRun.Timestamp(until)));
        return new Message(catalog.line("link.offer", Map.of("address", link)), false, List.of(new Paragraph(note)));
    }

    /** An approval is kept until its voter has shown who they are. */
    public Message voteKept(Device device, Instant until) {
        return Message.of(catalog.line("link.vote-kept", voteArguments(device, until)));
    }

    /** The same, where the policy asks that they have shown it not long ago. */
    public Message voteWaitsForProof(Device device, Instant until) {
        return Message.of(catalog.line("link.vote-kept.step-up", voteArguments(device, until)));
    }

    private static Map<String, TextRun> voteArguments(Device device, Instant until) {
        return Map.of("device", CommonTerms.device(device), "until", new TextRun.Timestamp(until));
    }

    /** To a user who linked themselves by an API key. */
    public Message linked(CloudUser user) {
        return withWarning(
                catalog.line("link.done", userArguments(user)), catalog.line("link.done.not-you", UNLINK_ARGUMENTS));
    }

    /** To every other user who is linked to that cloud user. */
    public Message alsoLinked(SlackUserId slackUser, CloudUser user) {
        TextLine textLine = catalog.line("link.also", linkArguments(slackUser, user));
        return withWarning(textLine, catalog.line("link.also.not-you"));
    }

    /** To a user who ended their own link. */
    public Message unlinked() {
        return message("link.cut", LINK_ARGUMENTS);
    }

    /** To a user manager who ended another user's link. */
    public Message unlinked(SlackUserId user) {
        return message("link.cut.other", Map.of("person", new TextRun.UserMention(user)));
    }

    /** To a user whose link a user manager ended. */
    public Message unlinkedBy(SlackUserId by) {
        return message(
                "link.cut.told",
                Map.of("by", new TextRun.UserMention(by), "command", CommonTerms.slashCommand("link")));
    }

    public Message notLinked() {
        return message("link.cut.none", Map.of());
    }

    /** The question before a link is assigned. */
    public Message confirmAssign(SlackUserId slackUser, CloudUser user, String buttonValue) {
        return Message.withHeader(
                catalog.line("link.assign.question", linkArguments(slackUser, user)),
                List.of(
                        new Paragraph(catalog.line("link.assign.text")),
                        new Buttons(List.of(
                                Button.of(
                                        Action.ASSIGN_LINK,
                                        catalog.text("link.assign.yes"),
                                        buttonValue,
                                        Style.PRIMARY),
                                Button.of(
                                        Action.CANCEL_ASSIGN_LINK,
                                        catalog.text("link.assign.no"),
                                        buttonValue,
                                        Style.DEFAULT)))));
    }

    public Message assignCancelled() {
        return message("link.assign.left", Map.of());
    }

    /** To a user manager who assigned a link. */
    public Message assigned(SlackUserId slackUser, CloudUser user) {
        return message("link.assign.done", linkArguments(slackUser, user));
    }

    /** To a user to whom a user manager assigned a link. */
    public Message assignedBy(SlackUserId by, CloudUser user) {
        TextLine textLine = catalog.line(
                "link.assign.told",
                Map.of("by", new TextRun.UserMention(by), "username", new TextRun.UntrustedText(user.label())));
        return withWarning(textLine, catalog.line("link.assign.told.not-you", UNLINK_ARGUMENTS));
    }

    /** To a user manager who may not assign a link to this user. */
    public Message assignDenied(SlackUserId user, LinkChangeDenial denial) {
        return message("link.assign.refused." + CommonTerms.key(denial), denialArguments(user));
    }

    /** To a user who may not end this user's link; whether there is one is not disclosed. */
    public Message unlinkDenied(SlackUserId user, LinkChangeDenial denial) {
        return denial == LinkChangeDenial.NOT_USER_MANAGER
                ? assignDenied(user, denial)
                : message("link.cut.none.other", Map.of("person", new TextRun.UserMention(user)));
    }

    private static Map<String, TextRun> denialArguments(SlackUserId user) {
        return Map.of(
                "person", new TextRun.UserMention(user),
                "command", CommonTerms.slashCommand("link"),
                "unlink", CommonTerms.slashCommand("unlink"));
    }

    public Message assignUsage() {
        return message("link.assign.usage", Map.of("command", CommonTerms.slashCommand("link @person USERNAME")));
    }

    /**
     * The links that the reader may see; at most 20 rows.
     *
     * @param users the cloud user of each link, in the same order
     */
    public Message linkList(List<AccountLink> accountLinks, List<CloudUser> users) {
        if (accountLinks.isEmpty()) return message("link.list.none", Map.of());
        List<TextLine> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(MAX_ROWS, accountLinks.size()); i++)
            rows.add(row(accountLinks.get(i), users.get(i)));
        List<MessageBlock> messageBlocks = new ArrayList<>(List.of(new BulletList(rows)));
        if (accountLinks.size() > MAX_ROWS) messageBlocks.add(new Context(moreRows(accountLinks.size() - MAX_ROWS)));
        return Message.withHeader(catalog.line("link.list.title"), messageBlocks);
    }

    private TextLine row(AccountLink accountLink, CloudUser user) {
        TextLine method = catalog.line(
                "link.method." + CommonTerms.key(accountLink.method()),
                Map.of(
                        "by",
                        new TextRun.UntrustedText(
                                accountLink.origin().linkedBy().value())));
        return catalog.line(
                "link.list.row",
                Map.of(
                        "person", new TextRun.UserMention(accountLink.slackUserId()),
                        "username", new TextRun.UntrustedText(user.label()),
                        "basis", new TextRun.Text(method.plainText()),
                        "at", new TextRun.Timestamp(accountLink.origin().linkedAt())));
    }

    private TextLine moreRows(int count) {
        return catalog.line("link.list.more", count, Map.of());
    }

    private static Map<String, TextRun> userArguments(CloudUser user) {
        return Map.of("username", new TextRun.UntrustedText(user.label()));
    }

    private static Map<String, TextRun> linkArguments(SlackUserId slackUser, CloudUser user) {
        return Map.of(
                "person", new TextRun.UserMention(slackUser), "username", new TextRun.UntrustedText(user.label()));
    }

    private static Message withWarning(TextLine textLine, TextLine warning) {
        return new Message(textLine, false, List.of(new Paragraph(warning)));
    }

    private Message message(String key, Map<String, TextRun> slots) {
        return Message.of(catalog.line(key, slots));
    }
}
