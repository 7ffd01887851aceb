package dev.lifeline.probe;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.future.ConnectFuture;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.future.CancelOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the host key of an SSH server: keys are exchanged, the key's SHA-256 fingerprint is recorded, and the connection is closed before
 * any login. Thread-safe.
 */
final class SshHostKeyScan implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SshHostKeyScan.class);

    /** Never sent: the connection is closed before authentication. */
    private static final String PLACEHOLDER_USERNAME = "nobody";

    private static final Duration DISCONNECT_TIMEOUT = Duration.ofMillis(200);

    private @Nullable SshClient startedClient;

    /** The client, started by the first who needs it: a third of a second in a new process. */
    synchronized SshClient client() {
        SshClient known = startedClient;
        if (known != null) return known;
        SshClient client = LegacySshClient.createStarted();
        client.setServerKeyVerifier((session, remoteAddress, key) -> {
            SshHandshake.of(session).ifPresent(sshHandshake -> sshHandshake.hostKeyReceived(key));
            return true;
        });
        client.addSessionListener(new SshHandshakeListener());
        startedClient = client;
        return client;
    }

    /**
     * Scans one address; blocks up to the larger of the two time-outs and 200 ms for closing.
     *
     * @param identificationTimeout for connecting and the server's identification
     * @param hostKeyTimeout for its key, in all
     */
    ProbeResult scan(InetSocketAddress address, Duration identificationTimeout, Duration hostKeyTimeout) {
        if (address.isUnresolved()) return new ProbeResult.NoAnswer();
        SshHandshake sshHandshake = new SshHandshake();
        SshClient client = client();
        long start = System.nanoTime();
        try (ClientSession session = connect(client, address, identificationTimeout, sshHandshake)) {
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            ProbeResult probeResult =
                    sshHandshake.awaitResult(identificationTimeout.minus(elapsed), hostKeyTimeout.minus(elapsed));
            disconnect(session);
            return probeResult;
        } catch (IOException e) {
            return sshHandshake.currentResult();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ProbeResult.NoAnswer();
        }
    }

    /** Sends a disconnect message, which keeps errors out of the server's log, and closes the connection in any case. */
    private static void disconnect(ClientSession session) {
        try {
            session.disconnect(SshConstants.SSH2_DISCONNECT_BY_APPLICATION, "");
            session.close(false).await(DISCONNECT_TIMEOUT);
        } catch (IOException e) {
            LOG.debug("SSH session {} was already closed", session);
        } finally {
            session.close(true);
        }
    }

    private static ClientSession connect(
            SshClient client, InetSocketAddress address, Duration timeout, SshHandshake sshHandshake)
            throws IOException {
        ConnectFuture future = client.connect(PLACEHOLDER_USERNAME, address, sshHandshake.toContext());
        return future.verify(
                        Math.max(1, timeout.toMillis()),
                        CancelOption.CANCEL_ON_TIMEOUT,
                        CancelOption.CANCEL_ON_INTERRUPT)
                .getSession();
    }

    @Override
    public synchronized void close() {
        if (startedClient != null) startedClient.stop();
    }
}
