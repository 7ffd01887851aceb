package dev.lifeline.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds statements that read a whole table which grows, by the plan that the database has for them when its tables hold a long
 * history: each statement has to come by its rows through a condition on an index, through a partial index, which holds only the rows
 * that are open, or, where it reads a limited number of rows, along an index in its order.
 */
abstract class FullScanDetector implements AutoCloseable {

    private static final Set<String> GROWING_TABLES = Set.of(
            "rescue_requests",
            "rescue_request_history",
            "inbox",
            "outbox_messages",
            "status_messages",
            "audit_log",
            "scheduled_tasks",
            "phase_durations",
            "account_links",
            "named_account_links",
            "link_tokens",
            "link_attempts",
            "pending_access_changes",
            "seen_signatures",
            "rate_limits",
            "channel_redirects");

    /** Reads everything by its nature, when an administrator lists the links. */
    private static final String LISTING = "method <> 'UNLINKED' union all";

    /** More rows than that are history, of which there are 5,000 in each table. */
    private static final long MAX_OPEN_ROWS = 1_000;

    private static final String ROWS =
            "with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000) select ";

    /** Values that no statement of a test matches: far in the future, and completed. */
    private static final List<String> HISTORY = List.of(
            "insert into rescue_requests (id, version, stage, device, open_device, poll_only, review_pending,"
                    + " break_glass_used, body, created_at, updated_at) "
                    + ROWS + "'r' || i, 1, 'Closed', 'd' || i, null, 0, 0, 0, {body}, {at}, {at} from n",
            "insert into rescue_request_history (id, version, stage, device, break_glass_used, body, created_at, updated_at) "
                    + ROWS + "'h' || i, 1, 'Closed', 'd' || i, 0, {body}, {at}, {at} from n",
            "insert into inbox (id, body, received_at, processed_at) " + ROWS + "'i' || i, {body}, {at}, {at} from n",
            "insert into outbox_messages (stream_key, kind, body, state, reason, created_at, completed_at) " + ROWS
                    + "'s' || i, 'ThreadReply', {body}, 'delivered', '', {at}, {at} from n",
            "insert into status_messages (stream_key, channel_id, message_ts) " + ROWS
                    + "'s' || i, 'C1', {body} from n",
            "insert into audit_log (sequence, entry, previous_hash, hash, request_id) " + ROWS
                    + "i, {body}, '', '', 'r' || i from n",
            "insert into scheduled_tasks (task_name, task_instance, picked, version) " + ROWS
                    + "'history', 'i' || i, 1 = 0, 1 from n",
            "insert into phase_durations (request, phase, kind, datacenter, size, took, ended_at) " + ROWS
                    + "'r' || i, 'BOOT', 'kind' || i, {body}, '', 1, {at} from n",
            "insert into account_links (slack_user_id, cloud_user_id, linked_at, method, linked_by, email) " + ROWS
                    + "'U' || i, i, {at}, 'EMAIL', '', {body} from n",
            "insert into named_account_links (slack_user_id, account, cloud_user_id, linked_at, method, linked_by, email) "
                    + ROWS + "'U' || i, 'lab', i, {at}, 'EMAIL', '', {body} from n",
            "insert into link_tokens (token_hash, slack_user_id, expires_at) " + ROWS
                    + "{body} || i, 'U' || i, {at} from n",
            "insert into link_attempts (subject, since, attempts) " + ROWS + "{body} || i, {at}, 1 from n",
            "insert into pending_access_changes (id, body, expires_at) " + ROWS + "'p' || i, {body}, {at} from n",
            "insert into seen_signatures (signature, seen_at) " + ROWS + "{body} || i, {at} from n",
            "insert into rate_limits (key, next_at) " + ROWS + "{body} || i, {at} from n",
            "insert into channel_redirects (old_channel_id, channel_id) " + ROWS + "{body} || i, 'C' || i from n");

    private static final String BODY = "'" + "x".repeat(200) + "'";
    private static final String FUTURE = "4000000000000 + i";

    final Connection connection;
    final Set<String> partialIndexes = new HashSet<>();

    private FullScanDetector(String url) throws SQLException {
        Store.open(url, InstantSource.system()).close();
        this.connection = DriverManager.getConnection(url);
        try (Statement statement = connection.createStatement()) {
            for (String sql : HISTORY)
                statement.execute(sql.replace("{body}", BODY).replace("{at}", FUTURE));
            try (ResultSet rows = statement.executeQuery(partialIndexQuery())) {
                while (rows.next()) partialIndexes.add(rows.getString(1));
            }
        }
    }

    /**
     * Opens a detector.
     *
     * @param url of an empty database
     */
    static FullScanDetector open(String url) {
        try {
            return url.startsWith("jdbc:sqlite:") ? new Sqlite(url) : new Postgresql(url);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the part of the statement's plan that reads a whole table; empty when there is none. */
    Optional<String> find(RecordedStatement statement) {
        String sql = statement.sql().strip();
        boolean growing = GROWING_TABLES.stream().anyMatch(sql::contains);
        if (!growing || sql.contains(LISTING)) return Optional.empty();
        try (PreparedStatement explain = connection.prepareStatement(explainKeyword() + sql)) {
            statement.bindTo(explain);
            try (ResultSet plan = explain.executeQuery()) {
                return find(plan, sql.toLowerCase(Locale.ROOT).contains(" limit "));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no plan for " + sql, e);
        }
    }

    abstract String partialIndexQuery();

    abstract String explainKeyword();

    abstract Optional<String> find(ResultSet plan, boolean limited) throws SQLException;

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static final class Sqlite extends FullScanDetector {

        private static final Pattern SCAN =
                Pattern.compile("SCAN (?<table>\\w+)(?: USING (?:COVERING )?INDEX (?<index>\\w+))?.*");

        private Sqlite(String url) throws SQLException {
            super(url);
        }

        @Override
        String partialIndexQuery() {
            return "select name from sqlite_master where type = 'index' and sql like '% where %'";
        }

        @Override
        String explainKeyword() {
            return "explain query plan ";
        }

        @Override
        Optional<String> find(ResultSet plan, boolean limited) throws SQLException {
            List<String> details = new ArrayList<>();
            while (plan.next()) details.add(plan.getString("detail"));
            boolean sorts = details.contains("USE TEMP B-TREE FOR ORDER BY");
            return details.stream()
                    .filter(detail -> isFullScan(detail, limited && !sorts) || (limited && sorts && isSorted(detail)))
                    .findFirst();
        }

        /** Sorting all that is scheduled is bounded by the open work. */
        private static boolean isSorted(String detail) {
            return !detail.contains(" scheduled_tasks ")
                    && GROWING_TABLES.stream().anyMatch(detail::contains);
        }

        private boolean isFullScan(String detail, boolean readsFew) {
            Matcher scan = SCAN.matcher(detail);
            if (!scan.matches() || !GROWING_TABLES.contains(scan.group("table"))) return false;
            Optional<String> index = Optional.ofNullable(scan.group("index"));
            return index.isEmpty() || !(readsFew || partialIndexes.contains(index.get()));
        }
    }

    private static final class Postgresql extends FullScanDetector {

        private Postgresql(String url) throws SQLException {
            super(url);
            // as autovacuum does; SQLite plans without statistics here as it does where the bot runs
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze");
            }
        }

        @Override
        String partialIndexQuery() {
            return "select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid where i.indpred is not null";
        }

        @Override
        String explainKeyword() {
            return "explain (format json) ";
        }

        @Override
        Optional<String> find(ResultSet plan, boolean limited) throws SQLException {
            try {
                plan.next();
                return find(
                        new ObjectMapper().readTree(plan.getString(1)).path(0).path("Plan"), limited);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        private Optional<String> find(JsonNode node, boolean limited) {
            if (isFullScan(node, limited)) return Optional.of(node.toString());
            for (JsonNode child : node.path("Plans")) {
                Optional<String> found = find(child, limited);
                if (found.isPresent()) return found;
            }
            return Optional.empty();
        }

        private boolean isFullScan(JsonNode node, boolean limited) {
            boolean readsMany = node.path("Plan Rows").asLong() > MAX_OPEN_ROWS;
            if (readsMany && (node.path("Node Type").asText().equals("Sort") || !limited)) return true;
            if (node.path("Node Type").asText().equals("Seq Scan"))
                return GROWING_TABLES.contains(node.path("Relation Name").asText());
            String index = node.path("Index Name").asText();
            return !index.isEmpty() && !node.has("Index Cond") && !limited && !partialIndexes.contains(index);
        }
    }
}
