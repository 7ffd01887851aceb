package dev.lifeline.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** PostgreSQL tells the rows that each part of a plan returned, and those that it read and dropped. */
@EnabledIfEnvironmentVariable(
        named = PostgresqlTestDatabase.URL_VARIABLE,
        matches = ".+",
        disabledReason = PostgresqlTestDatabase.DISABLED_REASON)
class PostgresqlVisitedRowsTest extends VisitedRowsContracts {

    @Override
    String emptyDatabaseUrl() {
        return PostgresqlTestDatabase.emptySchemaUrl();
    }

    @Override
    long visited(Connection connection, RecordedStatement recorded) throws SQLException {
        String explain = "explain (analyze, format json) " + recorded.sql();
        try (PreparedStatement statement = connection.prepareStatement(explain)) {
            recorded.bindTo(statement);
            try (ResultSet plan = statement.executeQuery()) {
                plan.next();
                return visited(
                        new ObjectMapper().readTree(plan.getString(1)).path(0).path("Plan"));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long visited(JsonNode node) {
        long rows = node.path("Actual Rows").asLong()
                + node.path("Rows Removed by Filter").asLong();
        long visited = rows * node.path("Actual Loops").asLong(1);
        for (JsonNode child : node.path("Plans")) visited += visited(child);
        return visited;
    }

    @Override
    void refreshStatistics(Connection connection) throws SQLException {
        execute(connection, "analyze");
    }
}
