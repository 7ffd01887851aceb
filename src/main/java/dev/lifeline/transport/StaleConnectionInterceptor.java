package dev.lifeline.transport;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Network interceptor that lets no request out on a connection that the server closed, or on which it said something unasked, such as
 * {@code 408}. OkHttp itself looks only after 10 s of idleness. Costs a millisecond where the connection is good. What closes between the
 * look and the request is not seen. For HTTP/1.1 alone, where nobody else reads from the socket. Stateless and thread-safe.
 */
public final class StaleConnectionInterceptor implements Interceptor {

    private static final int LOOK_MILLIS = 1;

    /** The connection was closed before a byte of the request was written. */
    private static final class StaleConnectionException extends IOException {

        private static final long serialVersionUID = 1L;

        StaleConnectionException() {
            super("the server closed the connection");
        }
    }

    /** Whether a call failed because of a stale connection. */
    public static boolean isCause(IOException failure) {
        return failure.getCause() instanceof StaleConnectionException;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Connection connection = chain.connection();
        if (connection == null || isStale(connection.socket())) throw new StaleConnectionException();
        return chain.proceed(chain.request());
    }

    /** Whatever can be read, the end included, was not asked for. */
    private static boolean isStale(Socket socket) {
        try {
            int readTimeout = socket.getSoTimeout();
            socket.setSoTimeout(LOOK_MILLIS);
            try {
                socket.getInputStream().read();
                return true;
            } catch (SocketTimeoutException e) {
                return false;
            } finally {
                socket.setSoTimeout(readTimeout);
            }
        } catch (IOException e) {
            return true;
        }
    }
}
