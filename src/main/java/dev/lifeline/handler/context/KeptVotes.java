package dev.lifeline.handler.context;

import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.handler.inbox.PendingVotes;
import dev.lifeline.message.model.Action;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import java.time.Instant;
import java.util.Optional;

/** Keeps the approval of somebody who has to prove who they are first, for as long as the request can be approved. */
public final class KeptVotes {

    private final PendingVotes pendingVotes;

    public KeptVotes(PendingVotes pendingVotes) {
        this.pendingVotes = pendingVotes;
    }

    /** Until when the approval can be kept; empty where the interaction is none, or the request does not wait for one. */
    public Optional<Instant> until(Interaction interaction, RescueRequest request) {
        if (!interaction.actionId().equals(Action.APPROVE.id())) return Optional.empty();
        return request.stage() instanceof AwaitingApproval waiting
                ? Optional.of(waiting.approveBy())
                : Optional.empty();
    }

    /** Keeps it until then. */
    public Effects keep(Interaction interaction, RescueRequest request, Instant until) {
        return () -> pendingVotes.keep(interaction, request.id(), until);
    }
}
