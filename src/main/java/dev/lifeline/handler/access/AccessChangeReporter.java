package dev.lifeline.handler.access;

import dev.lifeline.access.PendingAccessChange;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.handler.context.UserLocales;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.message.reply.AccessChangeReport;
import dev.lifeline.message.reply.AccessReplies;
import java.util.Optional;

/** Reports an access change: to the audit log, to the caller, and, where it is in effect, to the user whose access it is. */
public final class AccessChangeReporter {

    private final AccessChangeAudit audit;
    private final Replies replies;
    private final Notifier notifier;
    private final UserLocales locales;

    public AccessChangeReporter(AccessChangeAudit audit, Replies replies, Notifier notifier, UserLocales locales) {
        this.audit = audit;
        this.replies = replies;
        this.notifier = notifier;
        this.locales = locales;
    }

    Effects report(Caller caller, AccessChangeReport report) {
        Effects recorded = () -> audit.recordResult(caller.actor(), report);
        Effects reported = recorded.and(
                replies.reply(caller, AccessReplies.in(caller.locale()).changeResult(report)));
        return report.isInEffect() ? reported.and(notifyUser(caller, report.pendingChange())) : reported;
    }

    /** Composed now, written with the effects: the language is read from Slack. */
    private Effects notifyUser(Caller caller, PendingAccessChange change) {
        Recipient recipient =
                new Recipient(change.targetId(), caller.interaction().channel(), Optional.empty());
        Message notice = AccessReplies.in(locales.find(change.targetId()))
                .changeNotice(change, caller.slackUser().id());
        return () -> notifier.sendEphemeral(recipient, notice);
    }
}
