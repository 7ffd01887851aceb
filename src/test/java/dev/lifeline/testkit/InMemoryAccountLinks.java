package dev.lifeline.testkit;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.SlackUserId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Account links in memory. */
public final class InMemoryAccountLinks implements AccountLinks {

    private final Map<SlackUserId, AccountLink> accountLinks = new LinkedHashMap<>();

    @Override
    public Optional<AccountLink> find(SlackUserId person) {
        return Optional.ofNullable(accountLinks.get(person));
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
        accountLinks.put(accountLink.slackUserId(), accountLink);
    }

    @Override
    public void saveIfAbsent(AccountLink accountLink) {
        accountLinks.putIfAbsent(accountLink.slackUserId(), accountLink);
    }
}
