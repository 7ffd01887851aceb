package dev.lifeline.access;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out who is one human, from the account's users and the links as they are now.
 *
 * <p>Thread-safe. Blocks for two database reads, and for one provider call where the cloud user is given by id.
 */
public final class HumanIdentities {

    private final CloudUsers cloudUsers;
    private final AccountLinks accountLinks;

    public HumanIdentities(CloudUsers cloudUsers, AccountLinks accountLinks) {
        this.cloudUsers = cloudUsers;
        this.accountLinks = accountLinks;
    }

    /**
     * The human who acted as this Slack user and this cloud user; the cloud user may be gone since.
     *
     * @throws dev.lifeline.device.ProviderUnavailableException when the provider gives no usable answer
     */
    public HumanIdentity find(SlackUserId slackUserId, CloudUserId cloudUserId) {
        return find(slackUserId, cloudUserId, cloudUsers.findById(cloudUserId).flatMap(CloudUser::email));
    }

    /** The human who is this Slack user and this cloud user. */
    public HumanIdentity find(SlackUserId slackUserId, CloudUser cloudUser) {
        return find(slackUserId, cloudUser.id(), cloudUser.email());
    }

    /**
     * The human who is this Slack user, by their links in all accounts.
     *
     * @throws dev.lifeline.device.ProviderUnavailableException when the provider gives no usable answer
     */
    public HumanIdentity find(SlackUserId slackUserId) {
        return accountLinks.findAll(slackUserId).stream()
                .filter(AccountLink::isActive)
                .map(accountLink -> find(slackUserId, accountLink.cloudUserId()))
                .reduce(HumanIdentity.of(slackUserId), HumanIdentity::and);
    }

    private HumanIdentity find(SlackUserId slackUserId, CloudUserId cloudUserId, Optional<String> cloudEmail) {
        Set<SlackUserId> slackUserIds = new HashSet<>(Set.of(slackUserId));
        Set<CloudUserId> cloudUserIds = new HashSet<>(Set.of(cloudUserId));
        Set<String> slackEmails = new HashSet<>();
        List<AccountLink> links = accountLinks.findByCloudUser(cloudUserId);
        List<AccountLink> own = accountLinks.findAll(slackUserId);
        links.forEach(link -> slackUserIds.add(link.slackUserId()));
        // their address stays theirs when they are linked elsewhere, or not at all, after they voted
        Stream.concat(links.stream(), own.stream())
                .flatMap(link -> link.email().stream())
                .forEach(email -> slackEmails.add(lowerCase(email)));
        own.stream().filter(AccountLink::isActive).forEach(link -> cloudUserIds.add(link.cloudUserId()));
        Set<String> cloudEmails =
                Set.copyOf(cloudEmail.map(HumanIdentities::lowerCase).stream().toList());
        return new HumanIdentity(slackUserIds, cloudUserIds, cloudEmails, slackEmails);
    }

    private static String lowerCase(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
