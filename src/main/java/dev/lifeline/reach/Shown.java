package dev.lifeline.reach;

import dev.lifeline.device.Reach.Knock;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has a server shown of itself on one connection? Written by the SSH client's threads, waited for by the one who knocked. */
final class Shown {

    private static final Logger LOG = LoggerFactory.getLogger(Shown.class);
    private static final AttributeKey<Shown> KEY = new AttributeKey<>();

    private final CompletableFuture<Knock> knock = new CompletableFuture<>();
    private volatile boolean spoke;

    /** That of a session's connection. */
    static Optional<Shown> of(Session session) {
        if (!(session instanceof ClientSession client)) return Optional.empty();
        AttributeRepository context = client.getConnectionContext();
        return context == null ? Optional.empty() : Optional.ofNullable(context.getAttribute(KEY));
    }

    AttributeRepository asContext() {
        return AttributeRepository.ofKeyValuePair(KEY, this);
    }

    /** The server has proved that it holds this key. */
    void key(PublicKey key) {
        knock.complete(new Knock.HostKey(KeyUtils.getFingerPrint(BuiltinDigests.sha256, key)));
    }

    void spoke() {
        spoke = true;
    }

    void hungUp() {
        knock.complete(now());
    }

    /**
     * What is known so far. A line that was taken without a word proves nothing: firewalls, forwarders and load balancers take
     * connections for a device that is down.
     */
    Knock now() {
        return knock.getNow(spoke ? new Knock.Open() : new Knock.Silent());
    }

    /** What came within the time, and within the longer time where the server has begun to speak. */
    Knock within(Duration toSpeak, Duration toShow) throws InterruptedException {
        long start = System.nanoTime();
        pause(toSpeak.toNanos());
        if (spoke) pause(toShow.toNanos() - (System.nanoTime() - start));
        return now();
    }

    private void pause(long nanos) throws InterruptedException {
        try {
            knock.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException nothingYet) {
            LOG.debug("no host key yet");
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        }
    }
}
