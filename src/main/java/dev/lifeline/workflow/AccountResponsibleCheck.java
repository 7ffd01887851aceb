package dev.lifeline.workflow;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.access.SlackUser.UserKind;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.access.SlackUsers.SlackUserUnavailableException;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.rescue.Requester;
import dev.lifeline.rescue.RescueEvent.ResponsibleUnavailable;
import dev.lifeline.rescue.RescueRequest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Slack and the provider whether a person has an active user still. Where either does not answer nothing is assumed of them. Blocks for
 * the lookups; thread-safe.
 */
public final class AccountResponsibleCheck implements ResponsibleCheck {

    private static final Logger LOG = LoggerFactory.getLogger(AccountResponsibleCheck.class);

    private final SlackUsers slackUsers;
    private final CloudUsers cloudUsers;
    private final NextInLine nextInLine;

    public AccountResponsibleCheck(SlackUsers slackUsers, CloudUsers cloudUsers, NextInLine nextInLine) {
        this.slackUsers = slackUsers;
        this.cloudUsers = cloudUsers;
        this.nextInLine = nextInLine;
    }

    @Override
    public Optional<ResponsibleUnavailable> findUnavailable(RescueRequest request) {
        Requester person = request.responsible();
        if (!isDeactivated(person) && !isInactive(person)) return Optional.empty();
        return Optional.of(new ResponsibleUnavailable(person.slackUserId(), nextInLine.successors(request)));
    }

    private boolean isDeactivated(Requester person) {
        try {
            return slackUsers.get(person.slackUserId()).kind() == UserKind.DEACTIVATED;
        } catch (SlackUserUnavailableException e) {
            LOG.warn("Slack user {} not read: {}", person.slackUserId(), e.getMessage());
            return false;
        }
    }

    /** A user whom the provider does not show any more can do nothing on the account. */
    private boolean isInactive(Requester person) {
        try {
            return cloudUsers
                    .findById(person.cloudUserId())
                    .filter(user -> user.status() == CloudUser.Status.ACTIVE)
                    .isEmpty();
        } catch (ProviderUnavailableException e) {
            LOG.warn("Cloud user {} not read: {}", person.cloudUserId(), e.getMessage());
            return false;
        }
    }
}
