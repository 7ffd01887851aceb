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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which host key does an SSH server show? Keys are exchanged, the key is taken down, and the line is cut before any login. */
final class SshHostKeyScan implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SshHostKeyScan.class);

    /** Never sent: the line is cut before a name is given. */
    private static final String PLACEHOLDER_USERNAME = "nobody";

    private static final Duration DISCONNECT_TIMEOUT = Duration.ofMillis(200);

    private final SshClient client;

    SshHostKeyScan() {
        client = LegacySshClient.createStarted();
        client.setServerKeyVerifier((session, from, key) -> {
            SshHandshake.of(session).ifPresent(sshHandshake -> sshHandshake.hostKeyReceived(key));
            return true;
        });
        client.addSessionListener(new SshHandshakeListener());
    }

    /**
     * @param toSpeak for the line to stand and the server to introduce itself
     * @param toShow for its key, in all
     */
    ProbeResult scan(InetSocketAddress place, Duration toSpeak, Duration toShow) {
        if (place.isUnresolved()) return new ProbeResult.NoAnswer();
        SshHandshake sshHandshake = new SshHandshake();
        long start = System.nanoTime();
        try (ClientSession session = connect(place, toSpeak, sshHandshake)) {
            Duration gone = Duration.ofNanos(System.nanoTime() - start);
            ProbeResult probeResult = sshHandshake.awaitResult(toSpeak.minus(gone), toShow.minus(gone));
            disconnect(session);
            return probeResult;
        } catch (IOException nobody) {
            return sshHandshake.currentResult();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new ProbeResult.NoAnswer();
        }
    }

    /** Says good-bye, for the sake of the server's log; and hangs up whether or not that gets through. */
    private static void disconnect(ClientSession session) {
        try {
            session.disconnect(SshConstants.SSH2_DISCONNECT_BY_APPLICATION, "");
            session.close(false).await(DISCONNECT_TIMEOUT);
        } catch (IOException alreadyGone) {
            LOG.debug("{} hung up first", session);
        } finally {
            session.close(true);
        }
    }

    private ClientSession connect(InetSocketAddress place, Duration patience, SshHandshake sshHandshake)
            throws IOException {
        ConnectFuture connecting = client.connect(PLACEHOLDER_USERNAME, place, sshHandshake.toContext());
        return connecting
                .verify(
                        Math.max(1, patience.toMillis()),
                        CancelOption.CANCEL_ON_TIMEOUT,
                        CancelOption.CANCEL_ON_INTERRUPT)
                .getSession();
    }

    @Override
    public void close() {
        client.stop();
    }
}
