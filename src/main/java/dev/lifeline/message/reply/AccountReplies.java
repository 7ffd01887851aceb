package dev.lifeline.message.reply;

import dev.lifeline.access.DenialReason;
import dev.lifeline.device.AccountName;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageBlock.Paragraph;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is said of several accounts; with one account, nothing of it. */
public final class AccountReplies {

    private final MessageCatalog catalog;
    private final AccessReplies accessReplies;
    private final DenialMessages denialMessages;

    /** The replies in the language of a locale; English where the catalogue lacks a phrase. */
    public static AccountReplies in(Locale locale) {
        return new AccountReplies(
                MessageCatalog.forLocale(locale), AccessReplies.in(locale), DenialMessages.in(locale));
    }

    private AccountReplies(MessageCatalog catalog, AccessReplies accessReplies, DenialMessages denialMessages) {
        this.catalog = catalog;
        this.accessReplies = accessReplies;
        this.denialMessages = denialMessages;
    }

    /** Accounts whose devices are missing from an answer. */
    public TextLine unread(List<AccountName> accounts) {
        String names = accounts.stream().map(AccountName::value).sorted().collect(Collectors.joining(", "));
        return catalog.line("account.unread", Map.of("accounts", new TextRun.Text(names)));
    }

    /** The message, with a word on the accounts that it leaves out, if any. */
    public Message withUnread(Message message, List<AccountName> accounts) {
        return accounts.isEmpty() ? message : message.withBlock(new Paragraph(unread(accounts)));
    }

    /** A denial in an account. */
    public Message denied(AccountName account, DenialReason reason) {
        return new Message(heading(account), false, List.of(new Paragraph(denialMessages.denial(reason))));
    }

    /**
     * Who the reader is in each account, and what they may not do there.
     *
     * @param elsewhere the other accounts, with the reason why the reader is nobody there
     */
    public Message whoAmI(List<HomeOverview.Reader> readers, Map<AccountName, DenialReason> elsewhere) {
        HomeOverview.Reader first = readers.get(0);
        if (readers.size() + elsewhere.size() == 1) return accessReplies.whoAmI(first.cloudUser(), first.denials());
        List<MessageBlock> blocks = new ArrayList<>();
        readers.forEach(reader -> add(
                blocks, reader.cloudUser().id().account(), accessReplies.whoAmI(reader.cloudUser(), reader.denials())));
        elsewhere.forEach((account, reason) -> add(blocks, account, Message.of(denialMessages.denial(reason))));
        return new Message(((Paragraph) blocks.get(0)).textLine(), false, blocks.subList(1, blocks.size()));
    }

    private void add(List<MessageBlock> blocks, AccountName account, Message message) {
        blocks.add(new Paragraph(heading(account)));
        blocks.add(new Paragraph(message.title()));
        blocks.addAll(message.blocks());
    }

    private TextLine heading(AccountName account) {
        return catalog.line("account.heading", Map.of("account", new TextRun.Text(account.value())));
    }
}
