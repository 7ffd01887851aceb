package dev.lifeline.handler.access;

import dev.lifeline.access.AccessChange.Direction;
import dev.lifeline.access.AccessChange;
import dev.lifeline.access.AccessChangeResult;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.PendingAccessChange;
import dev.lifeline.access.PendingAccessChangeId;
import dev.lifeline.access.PendingAccessChanges.ClaimResult;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.handler.CallerCache;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.HandlerContext;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.reply.AccessChangeReport;
import dev.lifeline.message.reply.AccessReplies;
import dev.lifeline.rescue.TransactionRunner;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A press on Grant or Revoke. The button carries an offer's id; whoever presses must be whom it was made to, and everything is asked
 * afresh. The offer is taken, and put on the record, before the provider is called; so it is called once at most, and what came of it is
 * said as it is seen afterwards.
 */
public final class ChangeAccessHandler {

    private final HandlerContext context;
    private final TransactionRunner transactions;
    private final Function<SlackUserId, Locale> locales;
    private final CallerCache callerCache;
    private final AccessChangeAudit audit;

    public ChangeAccessHandler(
            HandlerContext context,
            TransactionRunner transactions,
            Function<SlackUserId, Locale> locales,
            CallerCache callerCache) {
        this.context = context;
        this.transactions = transactions;
        this.locales = locales;
        this.callerCache = callerCache;
        this.audit = new AccessChangeAudit(context.recorder());
    }

    /** An id that is nobody's, another's, or of the other button is answered alike: it is not known. */
    public Effects handle(Caller caller, Direction direction, String subject) {
        Optional<PendingAccessChange> pendingAccessChange = PendingAccessChangeId.isWellFormed(subject)
                ? context.accessServices()
                        .pendingChanges()
                        .find(new PendingAccessChangeId(subject))
                        .filter(made -> made.actorId().equals(caller.slackUser().id()))
                        .filter(made -> made.accessChange().direction() == direction)
                : Optional.empty();
        return pendingAccessChange
                .map(made -> checkAndApply(caller, made))
                .orElseGet(() -> context.deny(
                        caller, "access", "", AccessReplies.in(caller.locale()).changeNotFound()));
    }

    private Effects checkAndApply(Caller caller, PendingAccessChange pendingAccessChange) {
        boolean over = caller.interaction().receivedAt().isAfter(pendingAccessChange.expiresAt());
        if (over) return context.reply(caller, AccessReplies.in(caller.locale()).changeExpired(pendingAccessChange));
        List<DenialReason> denialReasons = context.accessServices()
                .changeCheck()
                .denialReasons(caller.cloudUser(), pendingAccessChange.accessChange());
        if (denialReasons.isEmpty()) return applyChange(caller, pendingAccessChange);
        return context.deny(
                caller,
                AccessChangeAudit.directionName(pendingAccessChange.accessChange()),
                AccessChangeAudit.deviceId(pendingAccessChange.accessChange()),
                denialReasons);
    }

    private Effects applyChange(Caller caller, PendingAccessChange pendingAccessChange) {
        CloudUser before = context.accessServices()
                .cloudAccount()
                .users()
                .findById(pendingAccessChange.accessChange().userId())
                .orElseThrow(() -> new ProviderUnavailableException("the user was there a moment ago"));
        ClaimResult claimResult = claim(caller, pendingAccessChange, before);
        if (claimResult == ClaimResult.ALREADY_CLAIMED)
            return context.reply(caller, AccessReplies.in(caller.locale()).changeAlreadyApplied(pendingAccessChange));
        AccessChangeResult outcome = claimResult == ClaimResult.CLAIMED
                        && !pendingAccessChange.accessChange().isApplied(before)
                ? context.accessServices().cloudAccount().accessAdmin().apply(pendingAccessChange.accessChange())
                : new AccessChangeResult.Unconfirmed("not sent by this thought");
        callerCache.invalidate(pendingAccessChange.targetId());
        return reportResult(
                caller,
                new AccessChangeReport(pendingAccessChange, outcome, isInEffect(pendingAccessChange.accessChange())));
    }

    /** Only what is on the record is ordered. */
    private ClaimResult claim(Caller caller, PendingAccessChange pendingAccessChange, CloudUser before) {
        ClaimResult[] claimResult = {ClaimResult.ALREADY_CLAIMED};
        transactions.run(() -> {
            claimResult[0] = context.accessServices()
                    .pendingChanges()
                    .claim(pendingAccessChange.id(), caller.interaction().id());
            if (claimResult[0] == ClaimResult.CLAIMED)
                audit.recordAttempt(caller.actor(), pendingAccessChange.accessChange(), before);
        });
        return claimResult[0];
    }

    /** What is seen of it now; empty when nobody can tell. */
    private Optional<Boolean> isInEffect(AccessChange accessChange) {
        CloudUserId user = accessChange.userId();
        context.accessServices().cloudAccount().recentUsers().invalidate(user);
        try {
            return context.accessServices()
                    .cloudAccount()
                    .users()
                    .findById(user)
                    .map(accessChange::isApplied);
        } catch (ProviderUnavailableException away) {
            return Optional.empty();
        }
    }

    private Effects reportResult(Caller caller, AccessChangeReport changed) {
        Effects recorded = () -> audit.recordResult(caller.actor(), changed);
        Effects told = recorded.and(
                context.reply(caller, AccessReplies.in(caller.locale()).changeResult(changed)));
        return changed.isInEffect() ? told.and(notifyUser(caller, changed.pendingChange())) : told;
    }

    /** Whose access it is learns of it, alone. */
    private Effects notifyUser(Caller caller, PendingAccessChange pendingAccessChange) {
        Recipient recipient = new Recipient(
                pendingAccessChange.targetId(), caller.interaction().channel(), Optional.empty());
        return () -> context.notifier()
                .sendEphemeral(
                        recipient,
                        AccessReplies.in(locales.apply(pendingAccessChange.targetId()))
                                .changeNotice(
                                        pendingAccessChange, caller.slackUser().id()));
    }
}
