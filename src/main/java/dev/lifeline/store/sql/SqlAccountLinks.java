package dev.lifeline.store.sql;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.AccountName;
import dev.lifeline.store.database.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Account links as rows, one for each Slack user and account; those of the main account in a table of their own, as they were before there
 * were others. A link that cannot be read is left out of the list of all links; what is decided about one cloud user needs every link of
 * that user, and fails without it (promise P5).
 */
public final class SqlAccountLinks implements AccountLinks {

    private static final String KIND = "account link";

    private static final String FIELDS = """
            slack_user_id, cloud_user_id, linked_at, method, linked_by, email,
              first_linked_at, first_method, first_linked_by, ever_verified
            """;
    private static final String SELECT_MAIN = "select '' as account, " + FIELDS + "from account_links where ";
    private static final String SELECT_NAMED = "select account, " + FIELDS + "from named_account_links where ";
    private static final String OF_PERSON = "slack_user_id = :slackUserId ";
    private static final String ACTIVE = "method <> 'UNLINKED' ";
    private static final String SELECT_ALL =
            SELECT_MAIN + OF_PERSON + "union all " + SELECT_NAMED + OF_PERSON + "order by account";
    private static final String SELECT_ACTIVE =
            SELECT_MAIN + ACTIVE + "union all " + SELECT_NAMED + ACTIVE + "order by slack_user_id, account";

    private static final String VALUES = """
            :slackUserId, :cloudUserId, :linkedAt, :method, :linkedBy, :email,
              :firstLinkedAt, :firstMethod, :firstLinkedBy, :everVerified)
            """;
    private static final String INSERT_MAIN =
            "insert into account_links (" + FIELDS + ") values (" + VALUES + "on conflict (slack_user_id) ";
    private static final String INSERT_NAMED = "insert into named_account_links (account, " + FIELDS
            + ") values (:account, " + VALUES + "on conflict (slack_user_id, account) ";
    private static final String OR_NOTHING = "do nothing";
    private static final String OR_UPDATE = """
            do update set cloud_user_id = excluded.cloud_user_id, linked_at = excluded.linked_at,
              method = excluded.method, linked_by = excluded.linked_by, email = excluded.email,
              first_linked_at = excluded.first_linked_at, first_method = excluded.first_method,
              first_linked_by = excluded.first_linked_by, ever_verified = excluded.ever_verified
            """;

    private final Transactions transactions;
    private final UnreadableRows unreadableRows;

    public SqlAccountLinks(Transactions transactions, UnreadableRows unreadableRows) {
        this.transactions = transactions;
        this.unreadableRows = unreadableRows;
    }

    @Override
    public Optional<AccountLink> find(SlackUserId user, AccountName account) {
        String sql = account.isMain() ? SELECT_MAIN + OF_PERSON : SELECT_NAMED + OF_PERSON + "and account = :account";
        return select(sql, query -> bindAccount(query.bind("slackUserId", user.value()), account)).stream()
                .findFirst();
    }

    @Override
    public List<AccountLink> findAll(SlackUserId user) {
        return select(SELECT_ALL, query -> query.bind("slackUserId", user.value()));
    }

    @Override
    public List<AccountLink> findByCloudUser(CloudUserId user) {
        String ofUser = "cloud_user_id = :cloudUserId and " + ACTIVE;
        String sql = user.account().isMain() ? SELECT_MAIN + ofUser : SELECT_NAMED + "account = :account and " + ofUser;
        return select(
                sql + "order by slack_user_id",
                query -> bindAccount(query.bind("cloudUserId", user.value()), user.account()));
    }

    private static <S extends SqlStatement<S>> S bindAccount(S statement, AccountName account) {
        return account.isMain() ? statement : statement.bind("account", account.value());
    }

    /** Fails where one cannot be read. */
    private List<AccountLink> select(String sql, UnaryOperator<Query> binding) {
        return transactions.read(handle -> binding.apply(handle.createQuery(sql))
                .map((row, context) ->
                        unreadableRows.read(KIND, AccountLinkRow.key(row), () -> AccountLinkRow.toAccountLink(row)))
                .list());
    }

    @Override
    public List<AccountLink> listActive() {
        return transactions.read(handle -> handle
                .createQuery(SELECT_ACTIVE)
                .map((row, context) -> unreadableRows.readOrSkip(
                        KIND, AccountLinkRow.key(row), () -> AccountLinkRow.toAccountLink(row)))
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    @Override
    public void save(AccountLink accountLink) {
        write(OR_UPDATE, accountLink);
    }

    @Override
    public void saveIfAbsent(AccountLink accountLink) {
        write(OR_NOTHING, accountLink);
    }

    private void write(String onConflict, AccountLink accountLink) {
        String insert = accountLink.account().isMain() ? INSERT_MAIN : INSERT_NAMED;
        transactions.write(handle -> AccountLinkRow.bind(
                        bindAccount(handle.createUpdate(insert + onConflict), accountLink.account()), accountLink)
                .execute());
    }
}
