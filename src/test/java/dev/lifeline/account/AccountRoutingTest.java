package dev.lifeline.account;

import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.WEB_07_ID;
import static dev.lifeline.testkit.Fixtures.inspection;
import static dev.lifeline.testkit.Fixtures.onCallUser;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserCache;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.UserApiKey;
import dev.lifeline.device.AccountName;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceNotices;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.RescueProvider;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.testkit.InMemoryCloudUsers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The ports to two accounts in which the same ids mean different devices and users. */
class AccountRoutingTest {

    private static final AccountName LAB = new AccountName("lab");
    private static final CloudUserId USER = new CloudUserId(101);

    private final AtomicLong nanos = new AtomicLong();
    private final Account main = new Account(USER, "key-of-main");
    private final Account lab = new Account(USER, "key-of-lab");
    private final ProviderPorts ports = AccountRouting.route(accounts(), nanos::get);
    private final Devices devices = ports.device().devices();

    private Map<AccountName, ProviderPorts> accounts() {
        Map<AccountName, ProviderPorts> accounts = new LinkedHashMap<>();
        accounts.put(AccountName.MAIN, main.ports());
        accounts.put(LAB, lab.ports());
        return accounts;
    }

    @Test
    void the_ports_of_the_only_account_are_its_own() {
        ProviderPorts only = main.ports();

        assertThat(AccountRouting.route(Map.of(AccountName.MAIN, only), nanos::get))
                .isSameAs(only);
    }

    @Test
    void a_name_in_both_accounts_is_two_devices_and_each_says_its_account() {
        assertThat(devices.findExact("web-07"))
                .extracting(Device::label)
                .containsExactly("main:web-07.example.com", "lab:web-07.example.com");
        assertThat(devices.findExact("web-07"))
                .extracting(device -> device.id().toString())
                .containsExactly("virtual_guest:7007", "lab/virtual_guest:7007");
        assertThat(devices.in(LAB).search("web")).extracting(Device::id).containsExactly(WEB_07_ID.in(LAB));
    }

    @Test
    void a_device_is_read_and_commanded_in_its_account() {
        Inspection found = devices.inspect(WEB_07_ID.in(LAB)).orElseThrow();
        RescueProvider provider = ports.device().rescueProvider();
        provider.prepareLaunch(found.device(), RescueSystem.AS_INSTALLED).send(RescueProvider.SendGuard.NONE);

        assertThat(found.device().id()).isEqualTo(WEB_07_ID.in(LAB));
        assertThat(lab.commanded).containsExactly(found.device());
        assertThat(main.commanded).isEmpty();
    }

    @Test
    void the_states_of_an_account_that_is_away_are_unknown_and_those_of_the_other_are_read() {
        lab.away = true;

        assertThat(devices.readStatuses(Set.of(WEB_07_ID, WEB_07_ID.in(LAB))))
                .containsEntry(WEB_07_ID, poweredOnStatus())
                .containsEntry(WEB_07_ID.in(LAB), DeviceStatus.UNKNOWN);
        main.away = true;
        assertThatThrownBy(() -> devices.readStatuses(Set.of(WEB_07_ID, WEB_07_ID.in(LAB))))
                .isInstanceOf(ProviderUnavailableException.class);
    }

    @Test
    void an_account_that_is_away_hides_no_device_of_the_other_and_is_left_alone_for_a_while() {
        lab.away = true;
        assertThat(devices.search("")).extracting(Device::label).containsExactly("main:web-07.example.com");
        long asked = lab.reads.get();
        assertThat(devices.search("")).hasSize(1);
        assertThat(lab.reads.get()).isEqualTo(asked);

        lab.away = false;
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(AccountOutage.PAUSE_SECONDS));
        assertThat(devices.search("")).hasSize(2);
    }

    @Test
    void an_account_without_settings_gives_no_usable_answer() {
        assertThatThrownBy(() -> devices.inspect(WEB_07_ID.in(new AccountName("gone"))))
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessageContaining("LIFELINE_ACCOUNTS does not name it");
    }

    @Test
    void P4_a_user_of_one_account_has_access_to_no_device_of_another() {
        CloudUser user = ports.user().cloudUsers().findById(USER.in(LAB)).orElseThrow();

        assertThat(user.id()).isEqualTo(USER.in(LAB));
        assertThat(user.hasAccessTo(WEB_07_ID.in(LAB))).isTrue();
        assertThat(user.hasAccessTo(WEB_07_ID)).isFalse();
        assertThat(InMemoryCloudUsers.asOwner(user).hasAccessTo(WEB_07_ID)).isFalse();
    }

    @Test
    void a_key_belongs_to_the_account_that_accepts_it_and_knows_its_user() {
        assertThat(ports.user().apiKeyVerifier().verify(new UserApiKey("somebody", "key-of-lab")))
                .contains(USER.in(LAB));
        assertThat(ports.user().apiKeyVerifier().verify(new UserApiKey("somebody", "key-of-main")))
                .contains(USER);
        assertThat(ports.user().apiKeyVerifier().verify(new UserApiKey("somebody", "another")))
                .isEmpty();
        main.away = true;
        assertThat(ports.user().apiKeyVerifier().verify(new UserApiKey("somebody", "key-of-lab")))
                .contains(USER.in(LAB));
        assertThatThrownBy(() -> ports.user().apiKeyVerifier().verify(new UserApiKey("somebody", "key-of-main")))
                .isInstanceOf(ProviderUnavailableException.class);
    }

    /** An account with web-07, and one user. */
    private static final class Account implements Devices, RescueProvider {

        private final InMemoryCloudUsers users;
        private final CloudUserId userId;
        private final String key;
        private final List<Device> commanded = new ArrayList<>();
        private final AtomicLong reads = new AtomicLong();
        private boolean away;

        private Account(CloudUserId userId, String key) {
            this.users = new InMemoryCloudUsers().with(onCallUser(userId));
            this.userId = userId;
            this.key = key;
        }

        private ProviderPorts ports() {
            CloudUserCache cache = new CloudUserCache() {
                @Override
                public Optional<CloudUser> find(CloudUserId id) {
                    return users.findById(id);
                }

                @Override
                public void invalidate(CloudUserId id) {}
            };
            return new ProviderPorts(
                    new ProviderPorts.DevicePorts(this, DeviceNotices.NONE, id -> Optional.empty(), this),
                    new ProviderPorts.UserPorts(
                            users,
                            cache,
                            change -> {
                                throw new AssertionError("nothing is changed");
                            },
                            shown -> whileHere(shown.key().equals(key) ? Optional.of(userId) : Optional.empty())));
        }

        private <T> T whileHere(T answer) {
            reads.incrementAndGet();
            if (away) throw new ProviderUnavailableException("away");
            return answer;
        }

        @Override
        public List<Device> findExact(String typed) {
            return whileHere(WEB_07.isIdentifiedBy(typed) ? List.of(WEB_07) : List.of());
        }

        @Override
        public List<Device> search(String text) {
            return whileHere(List.of(WEB_07));
        }

        @Override
        public Optional<Inspection> inspect(DeviceId id) {
            return whileHere(Optional.of(inspection(WEB_07)).filter(found -> id.equals(WEB_07_ID)));
        }

        @Override
        public Map<DeviceId, DeviceStatus> readStatuses(Set<DeviceId> ids) {
            Map<DeviceId, DeviceStatus> statuses = new HashMap<>();
            if (ids.contains(WEB_07_ID)) statuses.put(WEB_07_ID, poweredOnStatus());
            return whileHere(statuses);
        }

        @Override
        public Optional<String> loginUsername(DeviceId id) {
            return whileHere(Optional.of("root"));
        }

        @Override
        public Optional<PreflightFailure> findPreflightFailure(Device device) {
            return Optional.empty();
        }

        @Override
        public PreparedCommand prepareLaunch(Device device, RescueSystem system) {
            return guard -> {
                commanded.add(device);
                return new CommandResult.Accepted(OptionalLong.empty());
            };
        }

        @Override
        public PreparedCommand prepareExit(Device device, boolean bootedFromImage, boolean hard) {
            return prepareLaunch(device, RescueSystem.AS_INSTALLED);
        }

        @Override
        public PreparedCommand preparePowerOn(Device device) {
            return prepareLaunch(device, RescueSystem.AS_INSTALLED);
        }
    }
}
