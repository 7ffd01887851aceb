package dev.lifeline.message.reply;

import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageBlock.Paragraph;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.Page;
import dev.lifeline.message.model.Page.Outcome;
import dev.lifeline.message.model.TextRun;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The texts of the pages on which an administrator of a workspace installs the bot. */
public final class InstallPages {

    /** Why the bot was not installed. */
    public enum Refusal {
        /** Slack's answer belongs to no installation that this browser has under way. */
        STATE,
        /** Somebody pressed cancel. */
        DENIED,
        /** The operator allows other workspaces only. */
        NOT_ALLOWED,
        /** The workspace whose token the bot has by a setting. */
        HOME,
        /** A whole organisation instead of a workspace. */
        ORGANISATION,
        /** Slack refused it. */
        SLACK,
        /** Slack does not answer. */
        UNAVAILABLE,
        /** The bot failed. */
        TROUBLE,
        TOO_MANY
    }

    private final MessageCatalog catalog;

    /** The pages in the language of a locale; English where the catalogue lacks a phrase. */
    public static InstallPages in(Locale locale) {
        return new InstallPages(MessageCatalog.forLocale(locale));
    }

    private InstallPages(MessageCatalog catalog) {
        this.catalog = catalog;
    }

    /** The page after the installation. */
    public Page installed(String workspaceName) {
        Map<String, TextRun> arguments = Map.of(
                "workspace", new TextRun.UntrustedText(workspaceName), "command", CommonTerms.slashCommand("help"));
        return page(
                Outcome.OK,
                "install-page.done.title",
                new Paragraph(catalog.line("install-page.done.text", arguments)));
    }

    /** The page where nothing was installed. */
    public Page refused(Refusal refusal) {
        Outcome outcome = switch (refusal) {
            case STATE, DENIED, NOT_ALLOWED, HOME, ORGANISATION, SLACK, UNAVAILABLE, TROUBLE -> Outcome.GONE;
            case TOO_MANY -> Outcome.LIMITED;
        };
        return page(
                outcome,
                "install-page.refused.title",
                new Paragraph(catalog.line("install-page.refused." + CommonTerms.key(refusal))));
    }

    private Page page(Outcome outcome, String title, MessageBlock text) {
        return new Page(
                outcome, Message.withHeader(catalog.line(title), List.of(text)), Optional.empty(), catalog.language());
    }
}
