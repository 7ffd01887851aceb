package dev.lifeline.handler.access;

import dev.lifeline.access.AccessChange.Direction;
import dev.lifeline.access.AccessChangeCheck;
import dev.lifeline.access.AccessChangeResult;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.PendingAccessChange;
import dev.lifeline.access.PendingAccessChanges.ClaimResult;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.message.reply.AccessReplies;
import java.util.List;
import java.util.function.Supplier;

/**
 * The buttons Grant and Revoke. A button carries the id of a pending change, which works only for the user to whom it was offered, and
 * every rule is evaluated again with users read for this click (promise P4). The change is claimed and audited before the provider is
 * called, so that it is sent once at most; what the caller reads is what was seen afterwards.
 */
public final class ChangeAccessHandler {

    private final ChangeClaims claims;
    private final AccessChangeCheck changeCheck;
    private final AccessChangeSender sender;
    private final AccessChangeReporter reporter;
    private final Replies replies;

    public ChangeAccessHandler(
            ChangeClaims claims,
            AccessChangeCheck changeCheck,
            AccessChangeSender sender,
            AccessChangeReporter reporter,
            Replies replies) {
        this.claims = claims;
        this.changeCheck = changeCheck;
        this.sender = sender;
        this.reporter = reporter;
        this.replies = replies;
    }

    /** One answer for an id that is unknown, another user's or of the other button. */
    public Effects handle(Caller caller, Direction direction, String value) {
        return claims.find(caller, direction, value)
                .flatMap(change -> caller.in(change.accessChange().userId().account())
                        .map(manager -> checkAndApply(manager, change)))
                .orElseGet(() -> replies.deny(
                        caller, "access", "", AccessReplies.in(caller.locale()).changeNotFound()));
    }

    private Effects checkAndApply(Caller caller, PendingAccessChange change) {
        if (caller.interaction().receivedAt().isAfter(change.expiresAt()))
            return replies.reply(caller, AccessReplies.in(caller.locale()).changeExpired(change));
        List<DenialReason> denialReasons = changeCheck.denialReasons(caller.cloudUser(), change.accessChange());
        return denialReasons.isEmpty()
                ? claimAndSend(caller, change)
                : replies.deny(
                        caller,
                        AccessChangeAudit.directionName(change.accessChange()),
                        AccessChangeAudit.deviceId(change.accessChange()),
                        denialReasons);
    }

    private Effects claimAndSend(Caller caller, PendingAccessChange change) {
        CloudUser before = sender.read(change.accessChange());
        Supplier<AccessChangeResult> prepared = sender.prepare(change.accessChange());
        ClaimResult claimResult = claims.claim(caller, change, before);
        if (claimResult == ClaimResult.ALREADY_CLAIMED)
            return replies.reply(caller, AccessReplies.in(caller.locale()).changeAlreadyApplied(change));
        return reporter.report(caller, sender.send(change, prepared, claimResult == ClaimResult.CLAIMED, before));
    }
}
