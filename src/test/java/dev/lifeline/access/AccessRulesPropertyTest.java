package dev.lifeline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import dev.lifeline.access.AccessChange.Direction;
import dev.lifeline.device.DeviceId;
import dev.lifeline.testkit.InMemoryCloudUsers;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Properties of the access rules for random cloud users, devices and user hierarchies. */
class AccessRulesPropertyTest {

    private static final int MAX_EXAMPLES = 5_000;
    private static final List<DeviceId> DEVICES =
            List.of(DeviceId.virtualGuest(1), DeviceId.virtualGuest(2), DeviceId.hardware(1), DeviceId.hardware(2));

    @Test
    void taking_a_permission_away_never_allows_more() {
        qt().withExamples(MAX_EXAMPLES).forAll(longs().all()).checkAssert(seed -> {
            Random random = new Random(seed);
            CloudUser user = randomUser(random, 1, Optional.empty());
            CloudUser restricted = withFewerPermissions(user, random);
            for (DeviceOperation deviceOperation : DeviceOperation.values())
                for (DeviceId device : DEVICES)
                    assertThat(AccessRules.denialReasons(deviceOperation, restricted, device))
                            .containsAll(AccessRules.denialReasons(deviceOperation, user, device));
        });
    }

    @Test
    void who_counts_as_the_owner_is_never_refused_for_want_of_anything() {
        qt().withExamples(MAX_EXAMPLES).forAll(longs().all()).checkAssert(seed -> {
            CloudUser user = randomUser(new Random(seed), 1, Optional.empty());
            CloudUser owner = new CloudUser(
                    user.id(),
                    user.username(),
                    user.email(),
                    user.status(),
                    true,
                    Set.of(),
                    user.deviceAccess(),
                    user.parentId());
            for (DeviceOperation deviceOperation : DeviceOperation.values())
                for (DeviceId device : DEVICES)
                    assertThat(AccessRules.denialReasons(deviceOperation, owner, device))
                            .allMatch(DenialReason.CloudUserNotActive.class::isInstance);
        });
    }

    @Test
    void only_an_active_user_may_ever_do_anything() {
        qt().withExamples(MAX_EXAMPLES).forAll(longs().all()).checkAssert(seed -> {
            Random random = new Random(seed);
            CloudUser user = randomUser(random, 1, Optional.empty());
            for (DeviceOperation deviceOperation : DeviceOperation.values())
                for (DeviceId device : DEVICES)
                    if (AccessRules.denialReasons(deviceOperation, user, device).isEmpty())
                        assertThat(user.status()).isEqualTo(CloudUser.Status.ACTIVE);
            if (AccessChangeRules.managerDenialReasons(user).isEmpty())
                assertThat(user.status()).isEqualTo(CloudUser.Status.ACTIVE);
        });
    }

    @Test
    void what_may_be_done_to_a_device_may_be_done_to_any_of_its_kind_that_they_reach() {
        qt().withExamples(MAX_EXAMPLES).forAll(longs().all()).checkAssert(seed -> {
            CloudUser user = randomUser(new Random(seed), 1, Optional.empty());
            for (DeviceOperation deviceOperation : DeviceOperation.values())
                for (DeviceId device : DEVICES)
                    assertThat(AccessRules.denialReasons(deviceOperation, user, device))
                            .containsAll(AccessRules.denialReasons(deviceOperation, user, device.type()));
        });
    }

    @Test
    void nobody_changes_themselves_nor_anybody_above_nor_the_owner_nor_passes_on_what_they_lack() {
        qt().withExamples(MAX_EXAMPLES).forAll(longs().all()).checkAssert(seed -> {
            Random random = new Random(seed);
            InMemoryCloudUsers account = randomFamily(random);
            UserHierarchy manager = hierarchy(account, 1 + random.nextInt(FAMILY_SIZE));
            UserHierarchy subject = hierarchy(account, 1 + random.nextInt(FAMILY_SIZE));
            Entitlement entitlement = randomEntitlement(random);
            Direction direction = Direction.values()[random.nextInt(2)];
            AccessChange accessChange =
                    new AccessChange(direction, subject.user().id(), "subject", entitlement);
            if (!AccessChangeRules.denialReasons(accessChange, manager, subject).isEmpty()) return;

            assertThat(subject.user().id()).isNotEqualTo(manager.user().id());
            assertThat(manager.ancestors())
                    .noneMatch(above -> above.id().equals(subject.user().id()));
            assertThat(subject.user().masterLike()).isFalse();
            assertThat(entitlement.isHeldBy(manager.user())).isTrue();
        });
    }

    @Test
    void a_circle_of_parents_ends() {
        InMemoryCloudUsers account = new InMemoryCloudUsers()
                .with(randomUser(new Random(1), 1, Optional.of(new CloudUserId(2))))
                .with(randomUser(new Random(2), 2, Optional.of(new CloudUserId(1))));

        assertThat(hierarchy(account, 1).ancestors()).isNotEmpty();
    }

    private static final int FAMILY_SIZE = 7;

    /** A random user hierarchy in which every parent has a smaller id than its children. */
    private static InMemoryCloudUsers randomFamily(Random random) {
        InMemoryCloudUsers account = new InMemoryCloudUsers().with(randomUser(random, 1, Optional.empty()));
        IntStream.rangeClosed(2, FAMILY_SIZE)
                .forEach(id ->
                        account.with(randomUser(random, id, Optional.of(new CloudUserId(1 + random.nextInt(id - 1))))));
        return account;
    }

    private static UserHierarchy hierarchy(InMemoryCloudUsers account, int id) {
        return UserHierarchy.of(account.findById(new CloudUserId(id)).orElseThrow(), account::findById);
    }

    private static Entitlement randomEntitlement(Random random) {
        Permission permission = Permission.values()[random.nextInt(Permission.values().length)];
        DeviceId device = DEVICES.get(random.nextInt(DEVICES.size()));
        return random.nextBoolean()
                ? new Entitlement.PermissionEntitlement(permission)
                : new Entitlement.DeviceEntitlement(device, "device");
    }

    private static CloudUser randomUser(Random random, long id, Optional<CloudUserId> parent) {
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

    /** The same user with a random subset of the permissions. */
    private static CloudUser withFewerPermissions(CloudUser user, Random random) {
        Set<Permission> fewer = EnumSet.noneOf(Permission.class);
        for (Permission permission : user.permissions()) if (random.nextBoolean()) fewer.add(permission);
        return user.withPermissions(fewer);
    }
}
