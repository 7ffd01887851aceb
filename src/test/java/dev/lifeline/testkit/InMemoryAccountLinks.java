package dev.lifeline.testkit;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.AccountName;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Account links in memory. */
public final class InMemoryAccountLinks implements AccountLinks {

    private final Map<Key, AccountLink> accountLinks = new LinkedHashMap<>();

    private record Key(SlackUserId person, AccountName account) {

        private static Key of(AccountLink accountLink) {
            return new Key(accountLink.slackUserId(), accountLink.account());
        }
    }

    @Override
    public Optional<AccountLink> find(SlackUserId person, AccountName account) {
        return Optional.ofNullable(accountLinks.get(new Key(person, account)));
    }

    @Override
    public List<AccountLink> findAll(SlackUserId person) {
        return accountLinks.values().stream()
                .filter(accountLink -> accountLink.slackUserId().equals(person))
                .toList();
    }

    @Override
    public List<AccountLink> findByCloudUser(CloudUserId user) {
        return listActive().stream()
                .filter(accountLink -> accountLink.cloudUserId().equals(user))
                .toList();
    }

    @Override
    public List<AccountLink> listActive() {
        return accountLinks.values().stream()
                .filter(AccountLink::isActive)
                .sorted(Comparator.comparing(
                        accountLink -> accountLink.slackUserId().value()))
                .toList();
    }

    @Override
    public void save(AccountLink accountLink) {
        accountLinks.put(Key.of(accountLink), accountLink);
    }

    @Override
    public void saveIfAbsent(AccountLink accountLink) {
        accountLinks.putIfAbsent(Key.of(accountLink), accountLink);
    }
}
