package dev.lifeline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import dev.lifeline.access.Change.Way;
import dev.lifeline.device.DeviceId;
import dev.lifeline.testkit.AccountInMemory;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for any cloud user, any device and any family tree. */
class AccessRulesPropertyTest {

    private static final int EXAMPLES = 5_000;
    private static final List<DeviceId> DEVICES =
            List.of(DeviceId.virtualGuest(1), DeviceId.virtualGuest(2), DeviceId.hardware(1), DeviceId.hardware(2));

    @Test
    void taking_a_permission_away_never_allows_more() {
        qt().withExamples(EXAMPLES).forAll(longs().all()).checkAssert(seed -> {
            Random random = new Random(seed);
            CloudUser user = user(random, 1, Optional.empty());
            CloudUser poorer = poorer(user, random);
            for (Deed deed : Deed.values())
                for (DeviceId device : DEVICES)
                    assertThat(AccessRules.objections(deed, poorer, device))
                            .containsAll(AccessRules.objections(deed, user, device));
        });
    }

    @Test
    void who_counts_as_the_owner_is_never_refused_for_want_of_anything() {
        qt().withExamples(EXAMPLES).forAll(longs().all()).checkAssert(seed -> {
            CloudUser user = user(new Random(seed), 1, Optional.empty());
            CloudUser owner = new CloudUser(
                    user.id(),
                    user.username(),
                    user.email(),
                    user.status(),
                    true,
                    Set.of(),
                    user.access(),
                    user.parent());
            for (Deed deed : Deed.values())
                for (DeviceId device : DEVICES)
                    assertThat(AccessRules.objections(deed, owner, device))
                            .allMatch(Objection.NotActive.class::isInstance);
        });
    }

    @Test
    void only_an_active_user_may_ever_do_anything() {
        qt().withExamples(EXAMPLES).forAll(longs().all()).checkAssert(seed -> {
            Random random = new Random(seed);
            CloudUser user = user(random, 1, Optional.empty());
            for (Deed deed : Deed.values())
                for (DeviceId device : DEVICES)
                    if (AccessRules.objections(deed, user, device).isEmpty())
                        assertThat(user.status()).isEqualTo(CloudUser.Status.ACTIVE);
            if (ChangeRules.manages(user).isEmpty()) assertThat(user.status()).isEqualTo(CloudUser.Status.ACTIVE);
        });
    }

    @Test
    void what_may_be_done_to_a_device_may_be_done_to_any_of_its_kind_that_they_reach() {
        qt().withExamples(EXAMPLES).forAll(longs().all()).checkAssert(seed -> {
            CloudUser user = user(new Random(seed), 1, Optional.empty());
            for (Deed deed : Deed.values())
                for (DeviceId device : DEVICES)
                    assertThat(AccessRules.objections(deed, user, device))
                            .containsAll(AccessRules.objections(deed, user, device.kind()));
        });
    }

    @Test
    void nobody_changes_themselves_nor_anybody_above_nor_the_owner_nor_passes_on_what_they_lack() {
        qt().withExamples(EXAMPLES).forAll(longs().all()).checkAssert(seed -> {
            Random random = new Random(seed);
            AccountInMemory account = family(random);
            Lineage manager = lineage(account, 1 + random.nextInt(FAMILY));
            Lineage subject = lineage(account, 1 + random.nextInt(FAMILY));
            Right right = right(random);
            Way way = Way.values()[random.nextInt(2)];
            Change change = new Change(way, subject.user().id(), "subject", right);
            if (!ChangeRules.objections(change, manager, subject).isEmpty()) return;

            assertThat(subject.user().id()).isNotEqualTo(manager.user().id());
            assertThat(manager.above())
                    .noneMatch(above -> above.id().equals(subject.user().id()));
            assertThat(subject.user().masterLike()).isFalse();
            assertThat(right.isOf(manager.user())).isTrue();
        });
    }

    @Test
    void a_circle_of_parents_ends() {
        AccountInMemory account = new AccountInMemory()
                .with(user(new Random(1), 1, Optional.of(new CloudUserId(2))))
                .with(user(new Random(2), 2, Optional.of(new CloudUserId(1))));

        assertThat(lineage(account, 1).above()).isNotEmpty();
    }

    private static final int FAMILY = 7;

    /** Everybody's parent has a smaller number. */
    private static AccountInMemory family(Random random) {
        AccountInMemory account = new AccountInMemory().with(user(random, 1, Optional.empty()));
        IntStream.rangeClosed(2, FAMILY)
                .forEach(id ->
                        account.with(user(random, id, Optional.of(new CloudUserId(1 + random.nextInt(id - 1))))));
        return account;
    }

    private static Lineage lineage(AccountInMemory account, int id) {
        return Lineage.of(account.read(new CloudUserId(id)).orElseThrow(), account::read);
    }

    private static Right right(Random random) {
        Permission permission = Permission.values()[random.nextInt(Permission.values().length)];
        DeviceId device = DEVICES.get(random.nextInt(DEVICES.size()));
        return random.nextBoolean() ? new Right.ToDo(permission) : new Right.ToReach(device, "device");
    }

    private static CloudUser user(Random random, long id, Optional<CloudUserId> parent) {
        CloudUser.Status status = random.nextInt(4) == 0
                ? CloudUser.Status.values()[random.nextInt(CloudUser.Status.values().length)]
                : CloudUser.Status.ACTIVE;
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (Permission permission : Permission.values()) if (random.nextInt(4) > 0) permissions.add(permission);
        Set<DeviceId> devices = Set.copyOf(
                DEVICES.stream().filter(device -> random.nextBoolean()).toList());
        DeviceAccess access = new DeviceAccess(random.nextInt(4) == 0, random.nextInt(4) == 0, devices);
        return new CloudUser(
                new CloudUserId(id),
                "user" + id,
                Optional.empty(),
                status,
                random.nextInt(6) == 0,
                permissions,
                access,
                parent);
    }

    /** The same user without some of the permissions. */
    private static CloudUser poorer(CloudUser user, Random random) {
        Set<Permission> fewer = EnumSet.noneOf(Permission.class);
        for (Permission permission : user.permissions()) if (random.nextBoolean()) fewer.add(permission);
        return new CloudUser(
                user.id(),
                user.username(),
                user.email(),
                user.status(),
                user.masterLike(),
                fewer,
                user.access(),
                user.parent());
    }
}
