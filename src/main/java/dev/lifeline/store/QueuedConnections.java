package dev.lifeline.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** Connections for db-scheduler that are handed out in turn: each of its statements queues with our own transactions. */
final class QueuedConnections {

    private final DataSource connections;
    private final Turns turns;

    QueuedConnections(DataSource connections, Turns turns) {
        this.connections = connections;
        this.turns = turns;
    }

    DataSource dataSource() {
        return proxy(
                DataSource.class,
                (proxy, method, arguments) ->
                        method.getName().equals("getConnection") ? inTurn() : call(connections, method, arguments));
    }

    private Connection inTurn() throws Throwable {
        turns.take();
        boolean open = false;
        try {
            Connection connection = givingBack(connections.getConnection());
            open = true;
            return connection;
        } finally {
            if (!open) turns.give();
        }
    }

    private Connection givingBack(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            boolean closes = method.getName().equals("close") && !connection.isClosed();
            try {
                return call(connection, method, arguments);
            } finally {
                if (closes) turns.give();
            }
        });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler calls) {
        return type.cast(
                Proxy.newProxyInstance(QueuedConnections.class.getClassLoader(), new Class<?>[] {type}, calls));
    }
}
