package dev.lifeline.probe;

import dev.lifeline.device.DeviceProbe.ProbeResult;
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
final class SshHandshake {

    private static final Logger LOG = LoggerFactory.getLogger(SshHandshake.class);
    private static final AttributeKey<SshHandshake> ATTRIBUTE_KEY = new AttributeKey<>();

    private final CompletableFuture<ProbeResult> result = new CompletableFuture<>();
    private volatile boolean identificationReceived;

    /** That of a session's connection. */
    static Optional<SshHandshake> of(Session session) {
        if (!(session instanceof ClientSession client)) return Optional.empty();
        AttributeRepository context = client.getConnectionContext();
        return context == null ? Optional.empty() : Optional.ofNullable(context.getAttribute(ATTRIBUTE_KEY));
    }

    AttributeRepository toContext() {
        return AttributeRepository.ofKeyValuePair(ATTRIBUTE_KEY, this);
    }

    /** The server has proved that it holds this key. */
    void hostKeyReceived(PublicKey key) {
        result.complete(new ProbeResult.HostKey(KeyUtils.getFingerPrint(BuiltinDigests.sha256, key)));
    }

    void identificationReceived() {
        identificationReceived = true;
    }

    void connectionClosed() {
        result.complete(currentResult());
    }

    /**
     * What is known so far. A line that was taken without a word proves nothing: firewalls, forwarders and load balancers take
     * connections for a device that is down.
     */
    ProbeResult currentResult() {
        return result.getNow(identificationReceived ? new ProbeResult.PortOpen() : new ProbeResult.NoAnswer());
    }

    /** What came within the time, and within the longer time where the server has begun to speak. */
    ProbeResult awaitResult(Duration toSpeak, Duration toShow) throws InterruptedException {
        long start = System.nanoTime();
        awaitHostKey(toSpeak.toNanos());
        if (identificationReceived) awaitHostKey(toShow.toNanos() - (System.nanoTime() - start));
        return currentResult();
    }

    private void awaitHostKey(long nanos) throws InterruptedException {
        try {
            result.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException nothingYet) {
            LOG.debug("no host key yet");
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        }
    }
}
