package dev.lifeline.account;

import dev.lifeline.device.AccountName;
import dev.lifeline.device.Outage;
import dev.lifeline.device.ProviderUnavailableException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** A port for each account, the main one first. Immutable. */
final class ByAccount<T> {

    private final Map<AccountName, T> ports;

    private ByAccount(Map<AccountName, T> ports) {
        this.ports = ports;
    }

    /** Makes a port for each account. */
    static <S, T> ByAccount<T> of(Map<AccountName, S> accounts, BiFunction<AccountName, S, T> port) {
        Map<AccountName, T> ports = new LinkedHashMap<>();
        accounts.forEach((account, source) -> ports.put(account, port.apply(account, source)));
        return new ByAccount<>(ports);
    }

    List<AccountName> names() {
        return List.copyOf(ports.keySet());
    }

    /**
     * The port of an account.
     *
     * @throws ProviderUnavailableException when no account has this name, since its settings were removed
     */
    T get(AccountName account) {
        return Optional.ofNullable(ports.get(account))
                .orElseThrow(() -> new ProviderUnavailableException(
                        "account " + account + " has no settings: LIFELINE_ACCOUNTS does not name it",
                        Outage.PERMANENT));
    }
}
