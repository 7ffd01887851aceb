package dev.lifeline.account;

import dev.lifeline.device.AccountName;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.ProviderUnavailableException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The devices of all accounts. Accounts that cannot be read are left out, and take away no device of another one. */
final class RoutedDevices implements Devices {

    private static final Logger LOG = LoggerFactory.getLogger(RoutedDevices.class);

    private static final Comparator<Device> BY_NAME =
            Comparator.comparing((Device device) -> device.name().fqdn()).thenComparing(Device::label);

    private final ByAccount<Devices> byAccount;

    RoutedDevices(ByAccount<Devices> byAccount) {
        this.byAccount = byAccount;
    }

    @Override
    public List<AccountName> accounts() {
        return byAccount.names();
    }

    @Override
    public Devices in(AccountName account) {
        return byAccount.get(account);
    }

    @Override
    public List<Device> findExact(String typed) {
        return collect(devices -> devices.findExact(typed));
    }

    @Override
    public List<Device> search(String text) {
        return collect(devices -> devices.search(text)).stream().sorted(BY_NAME).toList();
    }

    private List<Device> collect(Function<Devices, List<Device>> query) {
        List<Device> found = new ArrayList<>();
        Outages outages = new Outages();
        for (AccountName account : accounts()) outages.run(account, () -> found.addAll(query.apply(in(account))));
        outages.throwIfAll(accounts().size());
        return found;
    }

    @Override
    public Optional<Inspection> inspect(DeviceId id) {
        return in(id.account()).inspect(id);
    }

    @Override
    public Map<DeviceId, DeviceStatus> readStatuses(Set<DeviceId> ids) {
        Map<AccountName, Set<DeviceId>> parts =
                ids.stream().collect(Collectors.groupingBy(DeviceId::account, Collectors.toSet()));
        Map<DeviceId, DeviceStatus> statuses = new HashMap<>();
        Outages outages = new Outages();
        parts.forEach((account, part) -> {
            part.forEach(id -> statuses.put(id, DeviceStatus.UNKNOWN));
            outages.run(account, () -> {
                Map<DeviceId, DeviceStatus> read = in(account).readStatuses(part);
                statuses.keySet().removeAll(part);
                statuses.putAll(read);
            });
        });
        outages.throwIfAll(parts.size());
        return statuses;
    }

    @Override
    public Optional<String> loginUsername(DeviceId id) {
        return in(id.account()).loginUsername(id);
    }

    /** The accounts that could not be read. Not thread-safe. */
    private static final class Outages {

        private final List<ProviderUnavailableException> outages = new ArrayList<>();

        private void run(AccountName account, Runnable query) {
            try {
                query.run();
            } catch (ProviderUnavailableException e) {
                LOG.warn("Account {} cannot be read: {}", account, e.getMessage());
                outages.add(e);
            }
        }

        private void throwIfAll(int accounts) {
            if (!outages.isEmpty() && outages.size() == accounts) throw outages.get(0);
        }
    }
}
