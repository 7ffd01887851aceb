package dev.lifeline.handler.query;

import dev.lifeline.access.AccessDecision;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.Permission;
import dev.lifeline.access.RemedyContacts;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.handler.context.DeviceLookup;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.HomeMessages;
import dev.lifeline.message.reply.HomeOverview;
import dev.lifeline.rescue.ApproverSelector;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.Requester;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the Home tab tells a user of the account: who they are there, and the requests that they may see. */
public final class HomeContent {

    private static final int MAX_CLOSED = 5;

    /** Of which those that the user may see are chosen. */
    private static final int CLOSED_READ = 50;

    private final RemedyContacts remedyContacts;
    private final RescueRequests requests;
    private final ApproversToLink approversToLink;

    public HomeContent(RemedyContacts remedyContacts, RescueRequests requests, ApproversToLink approversToLink) {
        this.remedyContacts = remedyContacts;
        this.requests = requests;
        this.approversToLink = approversToLink;
    }

    /** The content for a user, in their language. */
    public Message compose(AccessDecision.Allowed identity, Function<RequestId, Optional<String>> statusLinks) {
        HomeOverview.Identity reader =
                new HomeOverview.Identity(WhoAmIHandler.readers(identity, remedyContacts), identity.elsewhere());
        return HomeMessages.in(identity.slackUser().locale())
                .overview(new HomeOverview(reader, board(identity), unlinkedFor(identity), statusLinks));
    }

    /** User managers, who can help, see all of them; everybody else themselves. */
    private Set<SlackUserId> unlinkedFor(AccessDecision.Allowed identity) {
        SlackUserId self = identity.slackUser().id();
        Set<SlackUserId> unlinked = approversToLink.find();
        if (identity.cloudUsers().stream().anyMatch(user -> user.hasPermission(Permission.USER_MANAGE)))
            return unlinked;
        return unlinked.contains(self) ? Set.of(self) : Set.of();
    }

    private HomeOverview.Board board(AccessDecision.Allowed identity) {
        List<RescueRequest> open = requests.findOpen();
        return new HomeOverview.Board(
                open.stream()
                        .filter(request -> canSee(identity, request))
                        .sorted(Comparator.comparing(request -> !(request.stage() instanceof Stage.InRescue)))
                        .toList(),
                open.stream()
                        .filter(request -> identity.cloudUsers().stream()
                                .filter(user -> user.id()
                                        .account()
                                        .equals(request.device().id().account()))
                                .anyMatch(user -> isVotable(request, identity.slackUser(), user)))
                        .toList(),
                closed(identity));
    }

    private static boolean canSee(AccessDecision.Allowed identity, RescueRequest request) {
        return identity.cloudUsers().stream().anyMatch(user -> DeviceLookup.canSee(user, request.device()));
    }

    private List<RescueRequest> closed(AccessDecision.Allowed identity) {
        return requests.findClosed(CLOSED_READ).stream()
                .filter(request -> canSee(identity, request))
                .sorted(Comparator.comparing(HomeContent::closedAt).reversed())
                .limit(MAX_CLOSED)
                .toList();
    }

    /** What is looked at or signed off afterwards is not closed anew. */
    private static Instant closedAt(RescueRequest request) {
        return request.stage() instanceof Stage.Closed closed ? closed.closedAt() : Instant.MAX;
    }

    /** Whether it waits for this user, as far as what is stored says; the click decides. */
    private static boolean isVotable(RescueRequest request, SlackUser slackUser, CloudUser cloudUser) {
        if (!(request.stage() instanceof AwaitingApproval waiting)) return false;
        boolean involved = isSame(request.plan().requester(), slackUser, cloudUser)
                || waiting.votes().stream()
                        .filter(vote -> vote.planDigest().equals(request.plan().digest()))
                        .anyMatch(vote -> isSame(vote.voter(), slackUser, cloudUser));
        return !involved && isAsked(request, waiting, slackUser, cloudUser);
    }

    private static boolean isSame(Requester person, SlackUser slackUser, CloudUser cloudUser) {
        return person.slackUserId().equals(slackUser.id())
                || person.cloudUserId().equals(cloudUser.id());
    }

    private static boolean isAsked(
            RescueRequest request, AwaitingApproval waiting, SlackUser slackUser, CloudUser cloudUser) {
        ApproverSelector selector = request.plan().requirements().approval().approverSelector();
        if (!cloudUser.hasPermission(selector.permission())) return false;
        if (!selector.isExplicit()) return DeviceLookup.canSee(cloudUser, request.device());
        boolean reminded = waiting.remindAt().isEmpty();
        return waiting.approvers().requested().contains(slackUser.id())
                || waiting.approvers().unpinged().orElse(Set.of()).contains(slackUser.id())
                || (reminded && waiting.approvers().escalation().contains(slackUser.id()));
    }
}
