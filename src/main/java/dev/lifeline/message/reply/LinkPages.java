package dev.lifeline.message.reply;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.LinkAttempt;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageBlock.Context;
import dev.lifeline.message.model.MessageBlock.Field;
import dev.lifeline.message.model.MessageBlock.Fields;
import dev.lifeline.message.model.MessageBlock.Paragraph;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.Page;
import dev.lifeline.message.model.Page.Outcome;
import dev.lifeline.message.model.Page.PageForm;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The texts of the link pages. Each page with a form names the Slack account first, so that a phished user notices. */
public final class LinkPages {

    /** Why an API key was rejected. */
    public enum KeyRejection {
        INVALID_KEY,
        PROVIDER_UNAVAILABLE,
        /** The provider does not answer the bot, and will not until an operator corrects that. */
        BOT_REJECTED,
        OTHER_ACCOUNT,
        USER_INACTIVE
    }

    /** Why a link token does not work. */
    public enum TokenRejection {
        USED,
        EXPIRED,
        UNKNOWN,
        TOO_MANY_ATTEMPTS,
        NOT_SERVED
    }

    /**
     * The Slack account that is to be linked.
     *
     * @param workspaceName the name of the workspace; empty until Slack has returned it
     */
    public record SlackIdentity(SlackUser user, String workspaceName) {}

    private static final Map<String, TextRun> COMMAND_ARGUMENTS =
            Map.of("command", CommonTerms.slashCommand("link"), "unlink", CommonTerms.slashCommand("unlink"));

    private final MessageCatalog catalog;

    /** The pages in the language of a locale; English where the catalogue lacks a phrase. */
    public static LinkPages in(Locale locale) {
        return new LinkPages(MessageCatalog.forLocale(locale));
    }

    private LinkPages(MessageCatalog catalog) {
        this.catalog = catalog;
    }

    /** The form for user name and API key. */
    public Page keyForm(SlackIdentity slackIdentity, Instant until) {
        return keyFormPage(Outcome.OK, slackIdentity, until, List.of());
    }

    /** The form again, after a key was rejected. */
    public Page keyRejected(SlackIdentity slackIdentity, Instant until, KeyRejection rejection) {
        return keyFormPage(
                Outcome.INVALID_INPUT,
                slackIdentity,
                until,
                List.of(paragraph("link-page.refused." + CommonTerms.key(rejection))));
    }

    /** The page after a key was rejected for which the token's last attempt was used. */
    public Page lastKeyRejected(KeyRejection rejection) {
        return terminalPage(
                "link-page.trouble.title",
                "link-page.refused-last." + CommonTerms.key(rejection),
                "link-page.over.next");
    }

    /** The page for somebody who has to wait before the next key. */
    public Page tooManyKeys(LinkAttempt.Limit limit, Instant retryAt) {
        Map<String, TextRun> arguments =
                Map.of("until", new TextRun.Timestamp(retryAt), "command", CommonTerms.slashCommand("link"));
        MessageBlock why = new Paragraph(catalog.line("link-page.limited." + CommonTerms.key(limit), arguments));
        MessageBlock next = new Paragraph(catalog.line("link-page.limited.next", arguments));
        return new Page(
                Outcome.LIMITED,
                Message.withHeader(catalog.line("link-page.limited.title"), List.of(why, next)),
                Optional.empty(),
                catalog.language());
    }

    private Page keyFormPage(
            Outcome outcome, SlackIdentity slackIdentity, Instant until, List<MessageBlock> leadingBlocks) {
        List<MessageBlock> messageBlocks = new ArrayList<>(leadingBlocks);
        messageBlocks.add(paragraph("link-page.ask.who"));
        messageBlocks.add(new Fields(fields(slackIdentity)));
        messageBlocks.add(paragraph("link-page.ask.how"));
        messageBlocks.add(
                new Context(catalog.line("link-page.ask.until", Map.of("until", new TextRun.Timestamp(until)))));
        PageForm pageForm = new PageForm(
                "",
                List.of(
                        textInput("username", "link-page.ask.username", false),
                        textInput("key", "link-page.ask.key", true)),
                catalog.text("link-page.ask.send"));
        return new Page(
                outcome,
                Message.withHeader(catalog.line("link-page.ask.title"), messageBlocks),
                Optional.of(pageForm),
                catalog.language());
    }

    /**
     * The form that asks for confirmation.
     *
     * @param others the Slack users that are linked to that cloud user already
     * @param confirmation the secret that the submission has to carry
     */
    public Page confirmation(
            SlackIdentity slackIdentity, CloudUser user, List<SlackUserId> others, String confirmation) {
        List<Field> fields = new ArrayList<>(fields(slackIdentity));
        fields.add(field("user", new TextRun.UntrustedText(user.label())));
        others.forEach(other -> fields.add(field("others", new TextRun.Code(other.value()))));
        List<MessageBlock> messageBlocks = List.of(
                new Paragraph(catalog.line("link-page.confirm.text", identityArguments(slackIdentity, user))),
                new Fields(fields),
                paragraph("link-page.confirm.not-you"));
        PageForm pageForm = new PageForm(
                "/confirm",
                List.of(new Page.HiddenInput("confirmation", confirmation)),
                catalog.text("link-page.confirm.send"));
        return new Page(
                Outcome.OK,
                Message.withHeader(catalog.line("link-page.confirm.title"), messageBlocks),
                Optional.of(pageForm),
                catalog.language());
    }

    /** The page after the link was created. */
    public Page linked(SlackIdentity slackIdentity, CloudUser user) {
        MessageBlock text = new Paragraph(catalog.line("link-page.done.text", identityArguments(slackIdentity, user)));
        return new Page(
                Outcome.OK,
                Message.withHeader(catalog.line("link-page.done.title"), List.of(text)),
                Optional.empty(),
                catalog.language());
    }

    /** The page of a token that does not work. */
    public Page terminalPage(TokenRejection rejection) {
        return terminalPage(
                "link-page.over.title", "link-page.over." + CommonTerms.key(rejection), "link-page.over.next");
    }

    /** The page after a fault of the bot. */
    public Page internalError() {
        return terminalPage("link-page.trouble.title", "link-page.trouble.text");
    }

    private Page terminalPage(String title, String... paragraphs) {
        List<MessageBlock> messageBlocks = new ArrayList<>();
        for (String key : paragraphs) messageBlocks.add(paragraph(key));
        return new Page(
                Outcome.GONE,
                Message.withHeader(catalog.line(title), messageBlocks),
                Optional.empty(),
                catalog.language());
    }

    private List<Field> fields(SlackIdentity slackIdentity) {
        List<Field> fields = new ArrayList<>();
        fields.add(field("name", new TextRun.UntrustedText(slackIdentity.user().name())));
        fields.add(field("id", new TextRun.Code(slackIdentity.user().id().value())));
        if (!slackIdentity.workspaceName().isEmpty())
            fields.add(field("workspace", new TextRun.UntrustedText(slackIdentity.workspaceName())));
        slackIdentity.user().email().ifPresent(email -> fields.add(field("email", new TextRun.UntrustedText(email))));
        return fields;
    }

    private Field field(String name, TextRun value) {
        return new Field(catalog.text("link-page.field." + name), TextLine.of(value));
    }

    private static Map<String, TextRun> identityArguments(SlackIdentity slackIdentity, CloudUser user) {
        return Map.of(
                "name", new TextRun.UntrustedText(slackIdentity.user().name()),
                "id", new TextRun.Code(slackIdentity.user().id().value()),
                "username", new TextRun.UntrustedText(user.label()));
    }

    private Page.TextInput textInput(String name, String key, boolean secret) {
        return new Page.TextInput(name, catalog.text(key), catalog.text(key + ".hint"), secret);
    }

    private MessageBlock paragraph(String key) {
        return new Paragraph(catalog.line(key, COMMAND_ARGUMENTS));
    }
}
