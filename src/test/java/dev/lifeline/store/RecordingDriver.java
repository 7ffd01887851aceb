package dev.lifeline.store;

import dev.lifeline.store.RecordedStatement.Setter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * JDBC driver in front of the real ones that records which prepared statements are executed, each text once, while recording is on. So
 * what the store and db-scheduler really execute is seen, and product code knows nothing of it. Plain statements, which tests use to
 * look past the store, are not recorded.
 */
final class RecordingDriver implements Driver {

    private static final RecordingDriver INSTANCE = new RecordingDriver();

    private final List<Driver> delegates = new ArrayList<>();
    private final Map<String, RecordedStatement> recorded = new LinkedHashMap<>();
    private boolean recording;

    private RecordingDriver() {}

    /** Records from now on, on connections that are opened from now on. */
    static synchronized void start() {
        if (INSTANCE.delegates.isEmpty()) INSTANCE.replaceOthers();
        INSTANCE.clear(true);
    }

    /** Stops recording, and returns what was executed. */
    static List<RecordedStatement> stop() {
        return INSTANCE.clear(false);
    }

    private void replaceOthers() {
        try {
            for (Driver driver : DriverManager.drivers().toList()) {
                delegates.add(driver);
                DriverManager.deregisterDriver(driver);
            }
            DriverManager.registerDriver(this);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized List<RecordedStatement> clear(boolean nowRecording) {
        List<RecordedStatement> all = List.copyOf(recorded.values());
        recorded.clear();
        recording = nowRecording;
        return all;
    }

    private synchronized boolean isRecording() {
        return recording;
    }

    private synchronized void record(String sql, List<Setter> setters) {
        if (recording) recorded.putIfAbsent(sql, new RecordedStatement(sql, setters));
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        for (Driver driver : delegates)
            if (driver.acceptsURL(url)) {
                Connection connection = driver.connect(url, info);
                return isRecording() ? recording(connection) : connection;
            }
        throw new SQLException("no driver for this URL");
    }

    private Connection recording(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            return result instanceof PreparedStatement statement
                            && method.getName().equals("prepareStatement")
                    ? recording(statement, (String) arguments[0])
                    : result;
        });
    }

    private PreparedStatement recording(PreparedStatement statement, String sql) {
        List<Setter> setters = new ArrayList<>();
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            String name = method.getName();
            if (name.startsWith("set") && method.getDeclaringClass() == PreparedStatement.class)
                setters.add(new Setter(method, arguments));
            else if (name.startsWith("execute") || name.equals("addBatch")) {
                record(sql, setters);
                setters.clear();
            }
            return invoke(statement, method, arguments);
        });
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler calls) {
        return type.cast(Proxy.newProxyInstance(RecordingDriver.class.getClassLoader(), new Class<?>[] {type}, calls));
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        for (Driver driver : delegates) if (driver.acceptsURL(url)) return true;
        return false;
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }
}
