package dev.lifeline.account;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.access.AccessAdmin;
import dev.lifeline.access.CloudUserCache;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.device.AccountName;
import dev.lifeline.device.DeviceNotices;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Passwords;
import dev.lifeline.rescue.RescueProvider;
import dev.lifeline.rescue.RoutedRescueProvider;
import java.util.Map;

/**
 * Makes the ports to several accounts those to one: what is asked about a device or a user goes to its account, and what comes from an account
 * bears its name (src/docs/decisions/0080-an-account-is-part-of-an-id-and-the-main-one-has-no-name.md).
 */
public final class AccountRouting {

    private final Map<AccountName, ProviderPorts> accounts;
    private final ByAccount<AccountOutage> outages;

    private AccountRouting(Map<AccountName, ProviderPorts> accounts, Ticker ticker) {
        this.accounts = accounts;
        this.outages = ByAccount.of(accounts, (account, ports) -> new AccountOutage(account, ticker));
    }

    /**
     * The ports to all accounts; those of the only account unchanged.
     *
     * @param accounts in the order in which they are asked, the main one first
     * @param ticker monotonic; by it an outage is remembered
     */
    public static ProviderPorts route(Map<AccountName, ProviderPorts> accounts, Ticker ticker) {
        return accounts.size() == 1
                ? accounts.values().iterator().next()
                : new AccountRouting(accounts, ticker).ports();
    }

    private ProviderPorts ports() {
        return new ProviderPorts(devicePorts(), userPorts());
    }

    private ProviderPorts.DevicePorts devicePorts() {
        ByAccount<DeviceNotices> notices =
                ByAccount.of(accounts, (account, ports) -> ports.device().notices());
        ByAccount<Passwords> passwords =
                ByAccount.of(accounts, (account, ports) -> ports.device().passwords());
        ByAccount<RescueProvider> rescueProviders =
                ByAccount.of(accounts, (account, ports) -> ports.device().rescueProvider());
        return new ProviderPorts.DevicePorts(
                new RoutedDevices(ByAccount.of(accounts, this::devices)),
                (device, now) -> notices.get(device.id().account()).find(device, now),
                id -> passwords.get(id.account()).findLogin(id),
                new RoutedRescueProvider(
                        device -> rescueProviders.get(device.id().account())));
    }

    private Devices devices(AccountName account, ProviderPorts ports) {
        return new NamedDevices(account, ports.device().devices(), outages.get(account));
    }

    private ProviderPorts.UserPorts userPorts() {
        CloudUsers cloudUsers = new RoutedCloudUsers(ByAccount.of(
                accounts,
                (account, ports) -> new NamedCloudUsers(account, ports.user().cloudUsers(), outages.get(account))));
        ByAccount<CloudUserCache> caches =
                ByAccount.of(accounts, (account, ports) -> ports.user().cloudUserCache());
        ByAccount<AccessAdmin> admins =
                ByAccount.of(accounts, (account, ports) -> ports.user().accessAdmin());
        return new ProviderPorts.UserPorts(
                cloudUsers,
                new RoutedUserCache(caches),
                change -> admins.get(change.userId().account()).prepare(change),
                new RoutedKeyVerifier(
                        ByAccount.of(accounts, (account, ports) -> ports.user().apiKeyVerifier()), cloudUsers));
    }
}
