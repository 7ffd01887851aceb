package dev.lifeline.approval;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.AccessDecision;
import dev.lifeline.access.AccessRules;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.access.HumanIdentities;
import dev.lifeline.access.HumanIdentity;
import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.device.UnreadableRecordException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which of the people whom a policy names are able to approve: deactivated in Slack or disabled at the provider, they
 * are neither counted nor waited for. What is not known of a person does not count against them.
 *
 * <p>Thread-safe, changes nothing. Blocks for one Slack lookup and at most two provider calls a person, for at most
 * {@value #MAX_EXAMINED} people, and stops asking once Slack or the provider gives no usable answer.
 */
public final class ApproverAbility {

    /** Of so many people enough are able, or the policy names too few anyway; the others are taken to be able. */
    static final int MAX_EXAMINED = 20;

    private final AccessCheck accessCheck;
    private final HumanIdentities humanIdentities;

    public ApproverAbility(AccessCheck accessCheck, HumanIdentities humanIdentities) {
        this.accessCheck = accessCheck;
        this.humanIdentities = humanIdentities;
    }

    /**
     * One person whom a policy names.
     *
     * @param obstacle why they cannot approve; empty where nothing is known against it
     */
    record Examined(HumanIdentity human, SlackUserId slackUserId, Optional<DenialReason> obstacle) {

        boolean isAble() {
            return obstacle.isEmpty();
        }
    }

    /**
     * Examines people, in the order of their ids.
     *
     * @param permission that an approver has to hold
     * @param device that they would approve a rescue of; empty for any, where those without a cloud user count as able, since
     *     they can still link one
     */
    List<Examined> examine(Set<SlackUserId> people, Permission permission, Optional<DeviceId> device) {
        List<Examined> examined = new ArrayList<>();
        boolean answering = true;
        for (SlackUserId person : sorted(people)) {
            boolean ask = answering && examined.size() < MAX_EXAMINED;
            Optional<AccessDecision> decision = ask ? lookUp(person, device) : Optional.empty();
            answering &= decision.flatMap(AccessDecision::firstDenialReason)
                    .filter(DenialReason.UpstreamUnavailable.class::isInstance)
                    .isEmpty();
            examined.add(new Examined(
                    human(person, decision), person, decision.flatMap(known -> obstacle(known, permission, device))));
        }
        return examined;
    }

    /** Those who have to show who they are before a vote of theirs counts; the bounds of {@link #examine} hold. */
    Set<SlackUserId> unlinked(Set<SlackUserId> people) {
        Set<SlackUserId> unlinked = new LinkedHashSet<>();
        for (SlackUserId person : sorted(people).stream().limit(MAX_EXAMINED).toList()) {
            Optional<AccessDecision> decision = lookUp(person, Optional.empty());
            Optional<DenialReason> reason = decision.flatMap(AccessDecision::firstDenialReason);
            if (reason.filter(DenialReason.UpstreamUnavailable.class::isInstance)
                    .isPresent()) return unlinked;
            if (reason.filter(ApproverAbility::isUnlinked).isPresent()
                    || decision.filter(ApproverAbility::isUnlinkedElsewhere).isPresent()) unlinked.add(person);
        }
        return unlinked;
    }

    private static boolean isUnlinked(DenialReason reason) {
        return isUnproven(reason)
                || reason instanceof DenialReason.NoCloudUser
                || reason instanceof DenialReason.NoEmail;
    }

    /** Who is known in one account may be meant for another, where they have a user that they did not show yet. */
    private static boolean isUnlinkedElsewhere(AccessDecision decision) {
        return decision instanceof AccessDecision.Allowed allowed
                && allowed.elsewhere().values().stream().anyMatch(ApproverAbility::isUnproven);
    }

    private static boolean isUnproven(DenialReason reason) {
        return reason instanceof DenialReason.LinkRequired
                || reason instanceof DenialReason.LinkOutdated
                || reason instanceof DenialReason.AmbiguousCloudUser;
    }

    /** A person whose link cannot be read is not known more of, and stops no other. */
    private Optional<AccessDecision> lookUp(SlackUserId person, Optional<DeviceId> device) {
        try {
            return Optional.of(device.map(id -> accessCheck.lookUp(person, id.account()))
                    .orElseGet(() -> accessCheck.lookUp(person)));
        } catch (UnreadableRecordException e) {
            return Optional.empty();
        }
    }

    /** The human of a requester, for comparison; only their Slack user where the provider gives no usable answer. */
    HumanIdentity human(SlackUserId person) {
        try {
            return humanIdentities.find(person);
        } catch (ProviderUnavailableException | UnreadableRecordException e) {
            return HumanIdentity.of(person);
        }
    }

    private HumanIdentity human(SlackUserId person, Optional<AccessDecision> decision) {
        try {
            return knownHuman(person, decision);
        } catch (UnreadableRecordException e) {
            return HumanIdentity.of(person);
        }
    }

    private HumanIdentity knownHuman(SlackUserId person, Optional<AccessDecision> decision) {
        return decision.flatMap(AccessDecision::allowedUser)
                .map(user -> humanIdentities.find(person, user))
                .orElseGet(() -> decision.flatMap(AccessDecision::firstDenialReason)
                        .filter(DenialReason.AmbiguousCloudUser.class::isInstance)
                        .map(reason -> ofAddress(person, ((DenialReason.AmbiguousCloudUser) reason).email()))
                        .orElseGet(() -> HumanIdentity.of(person)));
    }

    private static HumanIdentity ofAddress(SlackUserId person, String email) {
        return new HumanIdentity(Set.of(person), Set.of(), Set.of(), Set.of(email.toLowerCase(Locale.ROOT)));
    }

    private static Optional<DenialReason> obstacle(
            AccessDecision decision, Permission permission, Optional<DeviceId> device) {
        return decision.firstDenialReason()
                .filter(reason -> isLasting(reason, device.isPresent()))
                .or(() -> missingRight(decision.allowedUsers(), permission, device));
    }

    /** Of a user of several accounts, what one of them allows is enough. */
    private static Optional<DenialReason> missingRight(
            List<CloudUser> users, Permission permission, Optional<DeviceId> device) {
        List<Optional<DenialReason>> missing = users.stream()
                .map(user -> missingRight(user, permission, device))
                .toList();
        return missing.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : missing.stream().flatMap(Optional::stream).findFirst();
    }

    /** Whether the person cannot approve before somebody else has helped; a link made after a request gives no vote on it. */
    private static boolean isLasting(DenialReason reason, boolean requestOpen) {
        boolean unlinkable = reason instanceof DenialReason.NoCloudUser || reason instanceof DenialReason.NoEmail;
        return reason instanceof DenialReason.NotWorkspaceMember
                || reason instanceof DenialReason.CloudUserNotActive
                || reason instanceof DenialReason.CloudUserGone
                || (unlinkable && requestOpen);
    }

    private static Optional<DenialReason> missingRight(
            CloudUser user, Permission permission, Optional<DeviceId> device) {
        if (!user.hasPermission(permission))
            return Optional.of(new DenialReason.MissingPermission(user.label(), permission));
        return device.flatMap(id -> AccessRules.denialReasons(DeviceOperation.LAUNCH_RESCUE, user, id).stream()
                .findFirst());
    }

    /** How many different humans there are. */
    static int countHumans(List<HumanIdentity> humans) {
        List<HumanIdentity> different = new ArrayList<>();
        for (HumanIdentity human : humans) if (different.stream().noneMatch(human::isSameAs)) different.add(human);
        return different.size();
    }

    private static List<SlackUserId> sorted(Set<SlackUserId> people) {
        return people.stream().sorted(Comparator.comparing(SlackUserId::value)).toList();
    }
}
