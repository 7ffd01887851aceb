package dev.lifeline.reach;

import dev.lifeline.device.Reach.Knock;
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
final class SshKnock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SshKnock.class);

    /** Never sent: the line is cut before a name is given. */
    private static final String NOBODY = "nobody";

    private static final Duration FAREWELL = Duration.ofMillis(200);

    private final SshClient client;

    SshKnock() {
        client = AnySshClient.started();
        client.setServerKeyVerifier((session, from, key) -> {
            Shown.of(session).ifPresent(shown -> shown.key(key));
            return true;
        });
        client.addSessionListener(new ShownListener());
    }

    /**
     * @param toSpeak for the line to stand and the server to introduce itself
     * @param toShow for its key, in all
     */
    Knock at(InetSocketAddress place, Duration toSpeak, Duration toShow) {
        if (place.isUnresolved()) return new Knock.Silent();
        Shown shown = new Shown();
        long start = System.nanoTime();
        try (ClientSession session = connected(place, toSpeak, shown)) {
            Duration gone = Duration.ofNanos(System.nanoTime() - start);
            Knock knock = shown.within(toSpeak.minus(gone), toShow.minus(gone));
            leave(session);
            return knock;
        } catch (IOException nobody) {
            return shown.now();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Knock.Silent();
        }
    }

    /** Says good-bye, for the sake of the server's log; and hangs up whether or not that gets through. */
    private static void leave(ClientSession session) {
        try {
            session.disconnect(SshConstants.SSH2_DISCONNECT_BY_APPLICATION, "");
            session.close(false).await(FAREWELL);
        } catch (IOException alreadyGone) {
            LOG.debug("{} hung up first", session);
        } finally {
            session.close(true);
        }
    }

    private ClientSession connected(InetSocketAddress place, Duration patience, Shown shown) throws IOException {
        ConnectFuture connecting = client.connect(NOBODY, place, shown.asContext());
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
