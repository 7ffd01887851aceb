package dev.lifeline.app.doctor;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.AccountName;
import java.util.List;
import java.util.Optional;

/** The links of a database without tables: none, and none can be saved. */
final class NoAccountLinks implements AccountLinks {

    @Override
    public Optional<AccountLink> find(SlackUserId slackUserId, AccountName account) {
        return Optional.empty();
    }

    @Override
    public List<AccountLink> findAll(SlackUserId slackUserId) {
        return List.of();
    }

    @Override
    public List<AccountLink> findByCloudUser(CloudUserId user) {
        return List.of();
    }

    @Override
    public List<AccountLink> listActive() {
        return List.of();
    }

    @Override
    public void save(AccountLink accountLink) {
        throw new UnsupportedOperationException("a check saves nothing");
    }

    @Override
    public void saveIfAbsent(AccountLink accountLink) {
        throw new UnsupportedOperationException("a check saves nothing");
    }
}
