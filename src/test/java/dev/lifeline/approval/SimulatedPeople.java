package dev.lifeline.approval;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.AccountName;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.InMemoryAccountLinks;
import dev.lifeline.testkit.InMemoryCloudUsers;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** As many people in Slack as users of the account, and what happens to both; by number, each linked to the other of their number at first. */
final class SimulatedPeople {

    private static final String SLACK_ID_PREFIX = "U0PERSON";

    final InMemoryCloudUsers cloudUsers = new InMemoryCloudUsers();
    final InMemoryAccountLinks links = new InMemoryAccountLinks();
    final Map<Integer, Integer> cloudUserByPerson = new HashMap<>();
    final Set<Integer> mayLaunch = new HashSet<>();

    private final int count;
    private final Map<Integer, LegitimacyOracle.LinkMaker> linkMakers = new HashMap<>();
    private final Map<Integer, String> emails = new HashMap<>();
    private final Set<Integer> deactivated = new HashSet<>();

    SimulatedPeople(int count, Instant now) {
        this.count = count;
        for (int i = 0; i < count; i++) {
            mayLaunch.add(i);
            useOwnEmail(i);
            prove(i, i, now);
        }
    }

    static SlackUserId slackUserId(int person) {
        return new SlackUserId(SLACK_ID_PREFIX + person);
    }

    static CloudUserId cloudUserId(int user) {
        return new CloudUserId(100L + user);
    }

    /** A person in Slack, as Slack describes them now. */
    SlackUser slackUser(SlackUserId id) {
        SlackUser member = Fixtures.slackMember(id, "nobody@example.com");
        int person = Integer.parseInt(id.value().substring(SLACK_ID_PREFIX.length()));
        return deactivated.contains(person)
                ? new SlackUser(id, member.name(), member.email(), member.locale(), SlackUser.UserKind.DEACTIVATED)
                : member;
    }

    /** A step of a person as a bystander sees it. */
    LegitimacyOracle.ObservedStep observe(SimulatedStep simulatedStep, int person, boolean poweredOn, Instant now) {
        int user = userOf(person);
        return new LegitimacyOracle.ObservedStep(
                simulatedStep,
                new LegitimacyOracle.Identity(person, user, emailOf(user)),
                Optional.ofNullable(linkMakers.get(person)).orElseThrow(),
                mayLaunch.contains(user) && !deactivated.contains(person),
                poweredOn,
                now);
    }

    /** Fails where fewer humans than the quorum are able to approve, without the requester. */
    void assertEnoughCanApprove(int requester, int quorum) {
        Set<String> others = new HashSet<>();
        for (int i = 0; i < count; i++)
            if (mayLaunch.contains(userOf(i)) && !deactivated.contains(i)) others.add(emailOf(userOf(i)));
        others.remove(emailOf(userOf(requester)));
        if (others.size() < quorum)
            throw new AssertionError("opened, but only " + others + " can approve, of " + quorum);
    }

    /** A person shows a key of a cloud user. */
    void prove(int person, int user, Instant now) {
        save(person, user, person, AccountLink.verified(slackUser(slackUserId(person)), cloudUserId(user), now));
    }

    /** Somebody says who a person is, whatever the rules for that say. */
    void assign(int person, int user, int maker, Instant now) {
        SlackUser slackUser = slackUser(slackUserId(person));
        save(person, user, maker, AccountLink.assigned(slackUser, cloudUserId(user), slackUserId(maker), now));
    }

    private void save(int person, int user, int maker, AccountLink link) {
        boolean sameUser = Integer.valueOf(user).equals(cloudUserByPerson.put(person, user));
        if (!sameUser)
            linkMakers.put(
                    person, new LegitimacyOracle.LinkMaker(maker, link.origin().linkedAt()));
        links.save(link.succeeding(links.find(slackUserId(person), AccountName.MAIN)));
    }

    /** Two cloud users have one e-mail address on the account. */
    void shareEmail(int user, int other) {
        emails.put(other, emailOf(user));
        update(other);
    }

    void useOwnEmail(int user) {
        emails.put(user, "user" + user + "@example.com");
        update(user);
    }

    void toggleDeactivation(int person) {
        if (!deactivated.remove(person)) deactivated.add(person);
    }

    void togglePermission(int user) {
        if (!mayLaunch.remove(user)) mayLaunch.add(user);
        update(user);
    }

    private int userOf(int person) {
        return cloudUserByPerson.getOrDefault(person, person);
    }

    private String emailOf(int user) {
        return Optional.ofNullable(emails.get(user)).orElseThrow();
    }

    private void update(int user) {
        CloudUser onCall = Fixtures.onCallUser(cloudUserId(user));
        Set<Permission> permissions = new HashSet<>(onCall.permissions());
        if (!mayLaunch.contains(user)) permissions.remove(Permission.SERVER_RELOAD);
        cloudUsers.with(onCall.withPermissions(permissions).withEmail(Optional.of(emailOf(user))));
    }
}
