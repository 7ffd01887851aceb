package dev.lifeline.access;

import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.onCallUser;
import static dev.lifeline.testkit.Fixtures.slackMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import dev.lifeline.access.LinkChangeRules.ActingUser;
import dev.lifeline.device.AccountName;
import dev.lifeline.testkit.InMemoryAccountLinks;
import dev.lifeline.testkit.InMemoryCloudUsers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whatever sequence of verbs several people use on each other's links, by the one rule for all of them. */
class LinkChangePropertyTest {

    private static final int FAMILY_SIZE = 6;
    private static final int STEPS = 25;
    private static final CloudUserId OWNER = new CloudUserId(1);

    @Test
    void nobody_touches_the_link_of_one_above_or_of_the_owner_nor_replaces_what_was_proved() {
        AtomicInteger changes = new AtomicInteger();
        qt().withExamples(2_000).forAll(longs().all()).checkAssert(seed -> changes.addAndGet(new Play(seed).run()));
        assertThat(changes).as("changes by others, or nothing was tried").hasValueGreaterThan(1_000);
    }

    /** Slack user i is linked to cloud user i at first, by any method; each step one of them changes the link of another. */
    private static final class Play {

        private final Random random;
        private final InMemoryCloudUsers account = new InMemoryCloudUsers();
        private final InMemoryAccountLinks links = new InMemoryAccountLinks();
        private final LinkChangeRules rules = new LinkChangeRules(account, links);
        /** The cloud user whose key a Slack user showed last, unless they revoked that link themselves. */
        private final Map<SlackUserId, CloudUserId> proofs = new HashMap<>();

        private Play(long seed) {
            this.random = new Random(seed);
            for (int i = 1; i <= FAMILY_SIZE; i++) {
                account.with(randomUser(i));
                if (random.nextBoolean()) prove(i, i);
                else if (random.nextBoolean()) links.save(AccountLink.byEmail(slackUser(i), cloudUserId(i), NOON));
            }
        }

        private int run() {
            int changes = 0;
            for (int i = 0; i < STEPS; i++) if (step()) changes++;
            return changes;
        }

        private boolean step() {
            int actor = pick();
            int target = pick();
            return switch (random.nextInt(5)) {
                case 0 -> prove(target, pick());
                case 1 -> releaseOwnLink(target);
                case 2 -> revoke(actor, target);
                default -> assign(actor, target, pick());
            };
        }

        private boolean prove(int person, int user) {
            AccountLink link = AccountLink.verified(slackUser(person), cloudUserId(user), NOON);
            links.save(link.succeeding(links.find(slackUserId(person), AccountName.MAIN)));
            proofs.put(slackUserId(person), cloudUserId(user));
            return false;
        }

        private boolean releaseOwnLink(int person) {
            Optional<AccountLink> own =
                    links.find(slackUserId(person), AccountName.MAIN).filter(AccountLink::isActive);
            own.ifPresent(link -> {
                links.save(link.unlinked(slackUserId(person), NOON));
                proofs.remove(slackUserId(person));
            });
            return false;
        }

        private boolean revoke(int actor, int target) {
            Optional<CloudUser> manager = actingAs(actor);
            if (actor == target || manager.isEmpty()) return false;
            if (rules.revocationDenial(new ActingUser(slackUserId(actor), manager.get()), slackUserId(target))
                    .isPresent()) return false;
            AccountLink link = links.find(slackUserId(target), AccountName.MAIN).orElseThrow();
            assertManages(manager.get(), link);
            links.save(link.unlinked(slackUserId(actor), NOON));
            return true;
        }

        private boolean assign(int actor, int target, int user) {
            Optional<CloudUser> manager = actingAs(actor);
            if (manager.isEmpty()) return false;
            ActingUser by = new ActingUser(slackUserId(actor), manager.get());
            LinkChangeRules.Assignment assignment =
                    rules.assign(by, slackUser(target), users -> users.findById(cloudUserId(user)));
            if (assignment.denial().isPresent()) return false;
            assertThat(actor).isNotEqualTo(target);
            assertThat(proofs).doesNotContainKey(slackUserId(target));
            assertThat(assignment.cloudUser().orElseThrow().masterLike()).isFalse();
            Optional<AccountLink> before = links.find(slackUserId(target), AccountName.MAIN);
            before.ifPresent(link -> assertManages(manager.get(), link));
            AccountLink link = AccountLink.assigned(slackUser(target), cloudUserId(user), slackUserId(actor), NOON);
            links.save(link.succeeding(before));
            return true;
        }

        private void assertManages(CloudUser manager, AccountLink link) {
            CloudUser linked = account.findById(link.cloudUserId()).orElseThrow();
            assertThat(linked.id()).isNotEqualTo(OWNER).isNotEqualTo(manager.id());
            assertThat(UserHierarchy.of(manager, account::findById).isDescendantOf(linked))
                    .as("the linked user is above the manager")
                    .isFalse();
            if (!manager.masterLike() || linked.masterLike())
                assertThat(UserHierarchy.of(linked, account::findById).isDescendantOf(manager))
                        .isTrue();
        }

        /** The active cloud user that a Slack user acts as. */
        private Optional<CloudUser> actingAs(int person) {
            return links.find(slackUserId(person), AccountName.MAIN)
                    .filter(AccountLink::isActive)
                    .flatMap(link -> account.findById(link.cloudUserId()));
        }

        private int pick() {
            return 1 + random.nextInt(FAMILY_SIZE);
        }

        /** The first is the owner; each of the others is below one with a lower number. */
        private CloudUser randomUser(int number) {
            CloudUser user = onCallUser(cloudUserId(number));
            if (number == 1) return InMemoryCloudUsers.asOwner(user);
            if (random.nextInt(6) == 0) user = InMemoryCloudUsers.asOwner(user);
            else if (random.nextInt(3) > 0) user = user.withPermissions(Set.of(Permission.USER_MANAGE));
            return user.withParent(cloudUserId(1 + random.nextInt(number - 1)));
        }

        private static SlackUser slackUser(int number) {
            return slackMember(slackUserId(number), "u" + number + "@example.com");
        }

        private static SlackUserId slackUserId(int number) {
            return new SlackUserId("U0PERSON" + number);
        }

        private static CloudUserId cloudUserId(int number) {
            return new CloudUserId(number);
        }
    }
}
