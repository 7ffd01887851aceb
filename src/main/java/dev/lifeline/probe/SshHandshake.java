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

/**
 * Progress of one SSH connection up to the host key. Written by the SSH client's threads, awaited by the thread that probes; thread-safe.
 */
final class SshHandshake {

    private static final Logger LOG = LoggerFactory.getLogger(SshHandshake.class);
    private static final AttributeKey<SshHandshake> ATTRIBUTE_KEY = new AttributeKey<>();

    private final CompletableFuture<ProbeResult> result = new CompletableFuture<>();
    private volatile boolean identificationReceived;

    /** The handshake of a session; empty for a session of another kind. */
    static Optional<SshHandshake> of(Session session) {
        if (!(session instanceof ClientSession clientSession)) return Optional.empty();
        AttributeRepository context = clientSession.getConnectionContext();
        return context == null ? Optional.empty() : Optional.ofNullable(context.getAttribute(ATTRIBUTE_KEY));
    }

    AttributeRepository toContext() {
        return AttributeRepository.ofKeyValuePair(ATTRIBUTE_KEY, this);
    }

    /** The server has proved possession of this key. */
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
     * The result so far. A connection that was accepted without an identification proves nothing: firewalls, forwarders and load
     * balancers accept connections for a device that is down.
     */
    ProbeResult currentResult() {
        return result.getNow(identificationReceived ? new ProbeResult.PortOpen() : new ProbeResult.NoAnswer());
    }

    /**
     * Waits for the host key.
     *
     * @param identificationTimeout for the server's identification or its key
     * @param hostKeyTimeout for the key, in all, once the server has identified itself
     */
    ProbeResult awaitResult(Duration identificationTimeout, Duration hostKeyTimeout) throws InterruptedException {
        long start = System.nanoTime();
        awaitHostKey(identificationTimeout.toNanos());
        if (identificationReceived) awaitHostKey(hostKeyTimeout.toNanos() - (System.nanoTime() - start));
        return currentResult();
    }

    private void awaitHostKey(long nanos) throws InterruptedException {
        try {
            result.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            LOG.debug("No SSH host key within the time-out");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
