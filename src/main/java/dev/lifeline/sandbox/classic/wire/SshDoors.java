package dev.lifeline.sandbox.classic.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.io.IoAcceptor;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.util.threads.CloseableExecutorService;
import org.apache.sshd.common.util.threads.ThreadUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.jspecify.annotations.Nullable;

/** One SSH server for all devices: it listens on many addresses and shows at each the host key of who lives there. */
final class SshDoors implements AutoCloseable {

    /**
     * Every door has an acceptor of its own on the shared NIO service: one that unbinds an address and binds it again
     * spins on the closed channel for ever (sshd-core 2.17.1).
     */
    private static final class ManyAddresses extends SshServer {

        IoAcceptor door() {
            return createAcceptor();
        }

        /** The one address the library insists on at its start. */
        void leaveOwnAddress() {
            acceptor.unbind();
        }
    }

    private record Open(SshHost host, IoAcceptor door) {}

    private final HostKeys keys;
    private final Inside inside;
    private final Dialect dialect;
    private final ManyAddresses server = new ManyAddresses();
    private final CloseableExecutorService shells = ThreadUtils.newCachedThreadPool("pretend-shells");
    private final Map<InetSocketAddress, Open> hosts = new ConcurrentHashMap<>();

    SshDoors(HostKeys keys, Inside inside, Dialect dialect) {
        this.keys = keys;
        this.dialect = dialect;
        this.inside = inside;
    }

    /** Ready to listen, nowhere yet. */
    SshDoors start() throws IOException {
        fill();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(this::keysFor);
        server.setPasswordAuthenticator(
                (username, password, session) -> host(session).admits(username, password));
        server.setShellFactory(channel -> shell(channel.getSession(), null));
        server.setCommandFactory((channel, command) -> shell(channel.getSession(), command));
        dialect.teach(server);
        CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ofMinutes(10));
        server.start();
        server.leaveOwnAddress();
        return this;
    }

    private void fill() {
        SshServer defaults = ServerBuilder.builder().build();
        server.setCipherFactories(defaults.getCipherFactories());
        server.setCompressionFactories(defaults.getCompressionFactories());
        server.setMacFactories(defaults.getMacFactories());
        server.setKeyExchangeFactories(defaults.getKeyExchangeFactories());
        server.setSignatureFactories(defaults.getSignatureFactories());
        server.setRandomFactory(defaults.getRandomFactory());
        server.setChannelFactories(defaults.getChannelFactories());
        server.setGlobalRequestHandlers(defaults.getGlobalRequestHandlers());
        server.setFileSystemFactory(defaults.getFileSystemFactory());
        server.setForwarderFactory(defaults.getForwarderFactory());
        server.setForwardingFilter(defaults.getForwardingFilter());
    }

    private Iterable<KeyPair> keysFor(@Nullable SessionContext session) {
        if (session == null) return List.of();
        SshHost host = host(session);
        return List.of(keys.of(host.device().id(), host.life()));
    }

    private Shell shell(Session session, @Nullable String command) {
        SshHost host = host(session);
        return new Shell(host, command, ThreadUtils.noClose(shells), () -> inside.reboots(host.device()));
    }

    private SshHost host(SessionContext session) {
        Open open = hosts.get((InetSocketAddress) session.getLocalAddress());
        if (open == null) throw new IllegalStateException("nobody lives at " + session.getLocalAddress() + " now");
        return open.host();
    }

    void open(InetSocketAddress address, SshHost host) throws IOException {
        Open open = new Open(host, server.door());
        hosts.put(address, open);
        open.door().bind(address);
    }

    /** Whoever is connected is cut off, as by a machine that goes down. */
    void close(InetSocketAddress address) {
        Open open = hosts.remove(address);
        if (open != null) open.door().close(true);
    }

    @Override
    public void close() throws IOException {
        hosts.keySet().forEach(this::close);
        server.stop(true);
        shells.close(true);
    }
}
