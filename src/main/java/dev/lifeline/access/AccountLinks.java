package dev.lifeline.access;

import dev.lifeline.device.AccountName;
import java.util.List;
import java.util.Optional;

/**
 * Stores the links from Slack users to cloud users, by id, since names and addresses change: one link a Slack user in each account, the
 * newest replaces the one before.
 *
 * <p>Thread-safe; joins the caller's database transaction. Every method blocks for the local database only and throws an
 * unchecked exception when it fails.
 */
public interface AccountLinks {

    /** The Slack user's link to a user of an account, also a revoked one. */
    Optional<AccountLink> find(SlackUserId slackUserId, AccountName account);

    /** The Slack user's links in all accounts, also revoked ones, the main account's first. */
    List<AccountLink> findAll(SlackUserId slackUserId);

    /** The active links to this cloud user, in the order of the Slack user ids. */
    List<AccountLink> findByCloudUser(CloudUserId user);

    /** Every active link, in the order of the Slack user ids. */
    List<AccountLink> listActive();

    /** Saves the link in place of any other of that Slack user in the account. */
    void save(AccountLink accountLink);

    /** Saves the link unless the Slack user has one in the account, active or revoked: another process may have been quicker. */
    void saveIfAbsent(AccountLink accountLink);
}
