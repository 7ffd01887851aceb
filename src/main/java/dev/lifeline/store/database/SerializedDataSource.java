package dev.lifeline.store.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/**
 * Data source for db-scheduler whose connections are handed out by the write queue, one at a time with the store's transactions. They go
 * before writers that are not urgent: a heartbeat that waits behind them makes others believe that this replica is dead.
 */
public final class SerializedDataSource {

    private final DataSource delegate;
    private final WriteQueue writeQueue;

    public SerializedDataSource(DataSource delegate, WriteQueue writeQueue) {
        this.delegate = delegate;
        this.writeQueue = writeQueue;
    }

    /** The data source; its {@code getConnection} blocks until the write queue is free, its connections release it when closed. */
    public DataSource dataSource() {
        return proxy(
                DataSource.class,
                (proxy, method, arguments) -> method.getName().equals("getConnection")
                        ? acquireConnection()
                        : invoke(delegate, method, arguments));
    }

    private Connection acquireConnection() throws Throwable {
        writeQueue.acquireUrgent();
        boolean open = false;
        try {
            Connection connection = releasingOnClose(delegate.getConnection());
            open = true;
            return connection;
        } finally {
            if (!open) writeQueue.release();
        }
    }

    private Connection releasingOnClose(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            boolean closes = method.getName().equals("close") && !connection.isClosed();
            try {
                return invoke(connection, method, arguments);
            } finally {
                if (closes) writeQueue.release();
            }
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
        return type.cast(
                Proxy.newProxyInstance(SerializedDataSource.class.getClassLoader(), new Class<?>[] {type}, calls));
    }
}
