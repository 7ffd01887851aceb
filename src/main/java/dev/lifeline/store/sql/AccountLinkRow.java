package dev.lifeline.store.sql;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.AccountLink.LinkMethod;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.AccountName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;

/** The columns of an account link; that of the account is blank for the main one. */
final class AccountLinkRow {

    private AccountLinkRow() {}

    /** Binds every column except for the account. */
    static Update bind(Update update, AccountLink accountLink) {
        return update.bind("slackUserId", accountLink.slackUserId().value())
                .bind("cloudUserId", accountLink.cloudUserId().value())
                .bind("linkedAt", accountLink.origin().linkedAt().toEpochMilli())
                .bind("method", accountLink.method().name())
                .bind("linkedBy", accountLink.origin().linkedBy().value())
                .bind("email", accountLink.email().orElse(null))
                .bind("firstLinkedAt", accountLink.firstOrigin().linkedAt().toEpochMilli())
                .bind("firstMethod", accountLink.firstOrigin().method().name())
                .bind("firstLinkedBy", accountLink.firstOrigin().linkedBy().value())
                .bind("everVerified", accountLink.everVerified() ? 1L : 0L);
    }

    static String key(ResultSet row) throws SQLException {
        return row.getString("slack_user_id");
    }

    static AccountLink toAccountLink(ResultSet row) {
        try {
            return new AccountLink(
                    new SlackUserId(key(row)),
                    new CloudUserId(row.getLong("cloud_user_id"), account(row)),
                    Optional.ofNullable(row.getString("email")),
                    origin(row, ""),
                    origin(row, row.getString("first_method") == null ? "" : "first_"),
                    isEverVerified(row));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<AccountName> account(ResultSet row) throws SQLException {
        return Optional.of(row.getString("account"))
                .filter(name -> !name.isEmpty())
                .map(AccountName::new);
    }

    private static AccountLink.Origin origin(ResultSet row, String prefix) throws SQLException {
        return new AccountLink.Origin(
                LinkMethod.valueOf(row.getString(prefix + "method")),
                new SlackUserId(row.getString(prefix + "linked_by")),
                Instant.ofEpochMilli(row.getLong(prefix + "linked_at")));
    }

    /** Rows of releases before 1.15 of the schema say only how the link was made last. */
    private static boolean isEverVerified(ResultSet row) throws SQLException {
        return row.getLong("ever_verified") == 1L || LinkMethod.API_KEY.name().equals(row.getString("method"));
    }
}
