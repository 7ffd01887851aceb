package dev.lifeline.handler.context;

import dev.lifeline.access.AccessDecision;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.DenialReason;
import dev.lifeline.device.AccountName;
import dev.lifeline.device.Device;
import dev.lifeline.device.Devices;
import dev.lifeline.device.ProviderUnavailableException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was found in the accounts of somebody, as far as they may see it.
 *
 * @param unread accounts in which there may be more: of those that have the person, or may have them
 */
public record AccountSearch(List<Device> devices, List<AccountName> unread) {

    private static final Comparator<Device> BY_NAME =
            Comparator.comparing((Device device) -> device.name().fqdn());

    public AccountSearch {
        devices = List.copyOf(devices);
        unread = List.copyOf(unread);
    }

    /**
     * Searches the accounts that have the person, one after the other; what was found in several is in the order of names.
     *
     * @param only the account to search; empty for all
     * @throws ProviderUnavailableException when no account can be read
     */
    static AccountSearch run(
            Devices devices,
            AccessDecision.Allowed identity,
            Optional<AccountName> only,
            Function<Devices, List<Device>> query) {
        Accounts accounts = new Accounts(identity, only);
        for (CloudUser user : identity.cloudUsers()) accounts.search(user, devices, query);
        return accounts.result();
    }

    /** The search under way. Not thread-safe. */
    private static final class Accounts {

        private final Optional<AccountName> only;
        private final List<Device> found = new ArrayList<>();
        private final List<AccountName> unread = new ArrayList<>();
        private final List<ProviderUnavailableException> outages = new ArrayList<>();
        private int searched;

        private Accounts(AccessDecision.Allowed identity, Optional<AccountName> only) {
            this.only = only;
            identity.elsewhere().forEach((account, reason) -> {
                if (isWanted(account) && reason instanceof DenialReason.UpstreamUnavailable) unread.add(account);
            });
        }

        private boolean isWanted(AccountName account) {
            return only.filter(wanted -> !wanted.equals(account)).isEmpty();
        }

        private void search(CloudUser user, Devices devices, Function<Devices, List<Device>> query) {
            AccountName account = user.id().account();
            if (!isWanted(account)) return;
            try {
                query.apply(devices.in(account)).stream()
                        .filter(device -> DeviceLookup.canSee(user, device))
                        .forEach(found::add);
                searched++;
            } catch (ProviderUnavailableException e) {
                unread.add(account);
                outages.add(e);
            }
        }

        private AccountSearch result() {
            if (searched == 0 && !unread.isEmpty()) throw outage();
            return new AccountSearch(searched > 1 ? merged() : found, unread);
        }

        private ProviderUnavailableException outage() {
            return outages.isEmpty()
                    ? new ProviderUnavailableException("accounts " + unread + " give no usable answer")
                    : outages.get(0);
        }

        /** The devices of drills are found with those of each account. */
        private List<Device> merged() {
            return found.stream().distinct().sorted(BY_NAME).toList();
        }
    }
}
