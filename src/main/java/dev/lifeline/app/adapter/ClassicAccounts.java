package dev.lifeline.app.adapter;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.account.AccountRouting;
import dev.lifeline.account.ProviderPorts;
import dev.lifeline.config.SettingName;
import dev.lifeline.config.Settings;
import dev.lifeline.device.AccountName;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.softlayer.ClassicAdapter;
import dev.lifeline.softlayer.rest.InvalidApiKeyException;
import dev.lifeline.transport.CallObserver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The adapters to the provider's accounts, and their ports as one. Each account has connections and a rate limit of its own. Thread-safe. */
public final class ClassicAccounts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClassicAccounts.class);

    private final Map<AccountName, ClassicAdapter> adapters = new LinkedHashMap<>();
    private final ProviderPorts ports;

    private ClassicAccounts(
            Map<AccountName, Settings.SoftLayer> accounts,
            Function<Optional<AccountName>, CallObserver> observers,
            Ticker ticker) {
        accounts.forEach((account, softLayer) -> adapters.put(
                account,
                AdapterConfigs.classicAdapter(
                        softLayer, observers.apply(Optional.of(account).filter(one -> accounts.size() > 1)))));
        Map<AccountName, ProviderPorts> each = new LinkedHashMap<>();
        adapters.forEach((account, adapter) -> each.put(account, ports(adapter)));
        this.ports = AccountRouting.route(each, ticker);
    }

    /** Adapters whose calls nobody observes; does no I/O. The caller closes them. */
    public static ClassicAccounts of(Map<AccountName, Settings.SoftLayer> accounts) {
        return new ClassicAccounts(accounts, account -> CallObserver.NONE, Ticker.systemTicker());
    }

    /**
     * Adapters whose calls are observed; does no I/O. The caller closes them.
     *
     * @param accounts the main one first
     * @param observers by the name of the account, which is empty where there is one
     * @param ticker monotonic; by it an outage is remembered
     */
    public static ClassicAccounts of(
            Map<AccountName, Settings.SoftLayer> accounts,
            Function<Optional<AccountName>, CallObserver> observers,
            Ticker ticker) {
        return new ClassicAccounts(accounts, observers, ticker);
    }

    private static ProviderPorts ports(ClassicAdapter adapter) {
        return new ProviderPorts(
                new ProviderPorts.DevicePorts(
                        adapter.devices(), adapter.deviceNotices(), adapter.passwords(), adapter.rescueProvider()),
                new ProviderPorts.UserPorts(
                        adapter.cloudUsers(),
                        adapter.cloudUserCache(),
                        adapter.accessAdmin(),
                        adapter.apiKeyVerifier()));
    }

    public ProviderPorts.DevicePorts device() {
        return ports.device();
    }

    public ProviderPorts.UserPorts user() {
        return ports.user();
    }

    /**
     * Asks each account who the bot is there, and logs it. Of several accounts, those that reject their key are logged and left to the others.
     *
     * @throws InvalidApiKeyException when every account rejects its key
     */
    public void check() {
        eachUnlessRejected(this::logUser);
    }

    /**
     * Asks each account whether it accepts its key.
     *
     * @throws InvalidApiKeyException when none does
     * @throws ProviderUnavailableException when the only account gives no usable answer
     */
    public void requireAcceptedKey() {
        eachUnlessRejected((account, adapter) -> {
            try {
                adapter.currentUser();
            } catch (ProviderUnavailableException e) {
                if (adapters.size() == 1) throw e;
            }
        });
    }

    private void eachUnlessRejected(BiConsumer<AccountName, ClassicAdapter> question) {
        List<InvalidApiKeyException> rejected = new ArrayList<>();
        adapters.forEach((account, adapter) -> {
            try {
                question.accept(account, adapter);
            } catch (InvalidApiKeyException e) {
                if (adapters.size() > 1)
                    LOG.error(
                            "Account {}: {}", account, SettingName.inTermsOf(account, String.valueOf(e.getMessage())));
                rejected.add(e);
            }
        });
        if (rejected.size() == adapters.size()) throw rejected.get(0);
    }

    private void logUser(AccountName account, ClassicAdapter adapter) {
        String where = adapters.size() > 1 ? " of account " + account : "";
        try {
            LOG.info(
                    "Connected to the provider as user {}{}",
                    adapter.currentUser().username(),
                    where);
        } catch (ProviderUnavailableException e) {
            LOG.warn("Provider unavailable at start{}: {}", where, e.getMessage());
        }
    }

    /** Loads the inventories in the background. */
    public void warmUp() {
        adapters.values().forEach(ClassicAdapter::warmUp);
    }

    @Override
    public void close() {
        adapters.values().forEach(ClassicAdapter::close);
    }
}
