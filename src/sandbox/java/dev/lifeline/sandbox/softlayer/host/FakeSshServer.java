package dev.lifeline.sandbox.softlayer.host;

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

/**
 * One SSH server for all devices: it listens on many addresses and presents at each the host key of the device there.
 * Thread-safe.
 */
final class FakeSshServer implements AutoCloseable {

    /**
     * Each address has an acceptor of its own on the shared NIO service: an acceptor that unbinds an address and binds it
     * again spins on the closed channel for ever (sshd-core 2.17.1).
     */
    private static final class MultiAddressSshServer extends SshServer {

        IoAcceptor newAcceptor() {
            return createAcceptor();
        }

        /** Releases the address that the library requires at its start. */
        void unbindDefaultAddress() {
            acceptor.unbind();
        }
    }

    private record Binding(SshHost host, IoAcceptor acceptor) {}

    private final HostKeys hostKeys;
    private final ShellActions shellActions;
    private final SshAlgorithms algorithms;
    private final MultiAddressSshServer server = new MultiAddressSshServer();
    private final CloseableExecutorService shellExecutor = ThreadUtils.newCachedThreadPool("fake-shells");
    private final Map<InetSocketAddress, Binding> bindings = new ConcurrentHashMap<>();

    FakeSshServer(HostKeys hostKeys, ShellActions shellActions, SshAlgorithms algorithms) {
        this.hostKeys = hostKeys;
        this.algorithms = algorithms;
        this.shellActions = shellActions;
    }

    /** Starts the server, listening nowhere yet. */
    FakeSshServer start() throws IOException {
        applyDefaults();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(this::hostKeysFor);
        server.setPasswordAuthenticator(
                (username, password, session) -> hostOf(session).acceptsCredentials(username, password));
        server.setShellFactory(channel -> createShell(channel.getSession(), null));
        server.setCommandFactory((channel, command) -> createShell(channel.getSession(), command));
        algorithms.configure(server);
        CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ofMinutes(10));
        server.start();
        server.unbindDefaultAddress();
        return this;
    }

    private void applyDefaults() {
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

    private Iterable<KeyPair> hostKeysFor(@Nullable SessionContext session) {
        if (session == null) return List.of();
        SshHost host = hostOf(session);
        return List.of(hostKeys.keyPair(host.device().id(), host.role()));
    }

    private Shell createShell(Session session, @Nullable String command) {
        SshHost host = hostOf(session);
        return new Shell(host, command, ThreadUtils.noClose(shellExecutor), () -> shellActions.reboot(host.device()));
    }

    private SshHost hostOf(SessionContext session) {
        Binding binding = bindings.get((InetSocketAddress) session.getLocalAddress());
        if (binding == null) throw new IllegalStateException("no device listens at " + session.getLocalAddress());
        return binding.host();
    }

    void listen(InetSocketAddress address, SshHost host) throws IOException {
        Binding binding = new Binding(host, server.newAcceptor());
        bindings.put(address, binding);
        binding.acceptor().bind(address);
    }

    /** Stops listening and cuts connections, as a device does that goes down. */
    void close(InetSocketAddress address) {
        Binding binding = bindings.remove(address);
        if (binding != null) binding.acceptor().close(true);
    }

    @Override
    public void close() throws IOException {
        bindings.keySet().forEach(this::close);
        server.stop(true);
        shellExecutor.close(true);
    }
}
