package dev.lifeline.workflow;

import dev.lifeline.access.CloudUsers;
import dev.lifeline.access.RemedyContacts;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.approval.ApproverResolver;
import dev.lifeline.approval.DirectoryUnavailableException;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.Requester;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The people who are told of a request whose channel, or whose requester, cannot be written to; never the requester. Blocks for lookups at Slack
 * and the provider; where these do not answer, fewer people are found. Thread-safe.
 */
public final class NextInLine {

    private static final Logger LOG = LoggerFactory.getLogger(NextInLine.class);

    private final ApproverResolver approverResolver;
    private final CloudUsers cloudUsers;
    private final RemedyContacts remedyContacts;

    public NextInLine(ApproverResolver approverResolver, CloudUsers cloudUsers, RemedyContacts remedyContacts) {
        this.approverResolver = approverResolver;
        this.cloudUsers = cloudUsers;
        this.remedyContacts = remedyContacts;
    }

    /**
     * Those whose approval is waited for. Where the policy names nobody, since not everybody can be listed: the contacts, and whom it asks
     * later once they were asked.
     */
    Set<SlackUserId> approvers(RescueRequest request, AwaitingApproval waiting) {
        Set<SlackUserId> named = withoutRequester(request, waiting.approvers().requested());
        if (!named.isEmpty()) return named;
        return waiting.remindAt().isEmpty() ? reviewers(request) : contacts(request);
    }

    /** Those who may review a break-glass: whom the policy names as approvers at once or later, and the contacts. */
    Set<SlackUserId> reviewers(RescueRequest request) {
        Set<SlackUserId> reviewers = new HashSet<>(contacts(request));
        reviewers.addAll(withoutRequester(request, namedApprovers(request)));
        return reviewers;
    }

    private Set<SlackUserId> namedApprovers(RescueRequest request) {
        try {
            ApproverSet named = approverResolver.resolve(
                    request.plan().requirements().approval(),
                    request.plan().requester(),
                    request.device().id());
            Set<SlackUserId> all = new HashSet<>(named.requested());
            all.addAll(named.escalation());
            return all;
        } catch (DirectoryUnavailableException | ProviderUnavailableException e) {
            LOG.warn("Approvers of request {} not found: {}", request.id(), e.getMessage());
            return Set.of();
        }
    }

    /** The user managers above the requester on the account, the owner among them, as far as their Slack users are known. */
    Set<SlackUserId> contacts(RescueRequest request) {
        return withoutRequester(request, managersOf(request.plan().requester()));
    }

    /**
     * Those who can take a device over in the place of whoever is responsible: the user managers above that person, or any where the cloud
     * user was deleted, else whom the policy names as approvers.
     */
    Set<SlackUserId> successors(RescueRequest request) {
        Set<SlackUserId> successors = new HashSet<>(managersOf(request.responsible()));
        if (successors.isEmpty()) successors.addAll(namedApprovers(request));
        successors.remove(request.responsible().slackUserId());
        return successors;
    }

    private Set<SlackUserId> managersOf(Requester person) {
        try {
            return cloudUsers
                    .findById(person.cloudUserId())
                    .map(user -> Set.copyOf(remedyContacts.managersOf(user)))
                    .orElseGet(() -> Set.copyOf(remedyContacts.managersOfAccount()));
        } catch (ProviderUnavailableException e) {
            LOG.warn("Managers of cloud user {} not found: {}", person.cloudUserId(), e.getMessage());
            return Set.of();
        }
    }

    private static Set<SlackUserId> withoutRequester(RescueRequest request, Set<SlackUserId> people) {
        Set<SlackUserId> others = new HashSet<>(people);
        others.remove(request.plan().requester().slackUserId());
        return others;
    }
}
