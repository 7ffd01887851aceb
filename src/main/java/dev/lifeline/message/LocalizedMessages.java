package dev.lifeline.message;

import dev.lifeline.message.model.Forms;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.reply.AccessInstructions;
import dev.lifeline.message.reply.AccessReplies;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.message.reply.DenialMessages;
import dev.lifeline.message.reply.Help;
import dev.lifeline.message.reply.HistoryReplies;
import dev.lifeline.message.reply.LinkReplies;
import dev.lifeline.message.reply.PasswordReplies;
import dev.lifeline.message.status.StatusMessages;
import dev.lifeline.message.status.ThreadUpdates;
import java.util.Locale;

/** Everything that can be said in one language. What all see is in the workspace's language, what one person sees in theirs. */
public record LocalizedMessages(
        StatusMessages statusMessages,
        ThreadUpdates threadUpdates,
        DenialMessages denials,
        CommandReplies replies,
        AccessReplies accessReplies,
        LinkReplies linkReplies,
        Help help,
        Forms forms,
        HistoryReplies historyReplies,
        AccessInstructions accessInstructions,
        PasswordReplies passwordReplies) {

    public static LocalizedMessages forLocale(Locale locale) {
        MessageCatalog messageCatalog = MessageCatalog.forLocale(locale);
        return new LocalizedMessages(
                new StatusMessages(messageCatalog),
                new ThreadUpdates(messageCatalog),
                new DenialMessages(messageCatalog),
                new CommandReplies(messageCatalog),
                new AccessReplies(messageCatalog),
                new LinkReplies(messageCatalog),
                new Help(messageCatalog),
                new Forms(messageCatalog),
                new HistoryReplies(messageCatalog),
                new AccessInstructions(messageCatalog),
                new PasswordReplies(messageCatalog));
    }
}
