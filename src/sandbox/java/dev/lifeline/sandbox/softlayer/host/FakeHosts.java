package dev.lifeline.sandbox.softlayer.host;

import dev.lifeline.sandbox.softlayer.account.Device;
import dev.lifeline.sandbox.softlayer.account.Appearance;
import dev.lifeline.sandbox.softlayer.account.AnsweringSystem;
import dev.lifeline.sandbox.softlayer.account.DeviceSnapshot;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who answers on the devices' addresses right now? Doors open and close as devices come up and go down. A device nobody
 * has looked at has no door yet: there may be very many of them.
 */
public final class FakeHosts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FakeHosts.class);

    /** Short beside the shortest step at the highest useful speed. */
    private static final long TICK_INTERVAL_MILLIS = 20;

    /** What stands open at an address. */
    private record Listener(InetSocketAddress address, HostKeyRole role, boolean ssh) {}

    private final HostPorts hostPorts;
    private final InstantSource clock;
    private final HostKeys hostKeys;
    private final FakeSshServer sshServer;
    private final FakeSshServer legacySshServer;
    private final FakeRdpServers rdpServers;
    private final Map<Device, Optional<Listener>> listeners = new ConcurrentHashMap<>();
    private final Set<Device> changingDevices = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "fake-hosts");
        thread.setDaemon(true);
        return thread;
    });

    private final Future<?> tickTask;

    public FakeHosts(HostPorts hostPorts, InstantSource clock, long seed, ShellActions shellActions) throws IOException {
        this.hostPorts = hostPorts;
        this.clock = clock;
        this.hostKeys = new HostKeys(seed);
        this.sshServer = new FakeSshServer(hostKeys, shellActions, SshAlgorithms.MODERN).start();
        this.legacySshServer = new FakeSshServer(hostKeys, shellActions, SshAlgorithms.CENTOS_5).start();
        this.rdpServers = new FakeRdpServers();
        this.tickTask = scheduler.scheduleWithFixedDelay(this::reconcileChanging, TICK_INTERVAL_MILLIS, TICK_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Gives a device its door, if it has none yet. */
    public void ensureListening(Device device) {
        if (!listeners.containsKey(device)) onDeviceChanged(device);
    }

    /** Something was done to a device: its door is opened, closed or changed as that asks, now and in time. */
    public void onDeviceChanged(Device device) {
        reconcile(device);
        if (device.isChanging(clock.instant())) changingDevices.add(device);
    }

    private void reconcileChanging() {
        changingDevices.removeIf(device -> {
            boolean settled = !device.isChanging(clock.instant());
            reconcile(device);
            return settled;
        });
    }

    private synchronized void reconcile(Device device) {
        Optional<Listener> wanted = desiredListener(device);
        Optional<Listener> open = listeners.getOrDefault(device, Optional.empty());
        if (wanted.equals(open)) {
            listeners.putIfAbsent(device, open);
            return;
        }
        try {
            if (open.isPresent()) close(open.get());
            listeners.put(device, Optional.empty());
            if (wanted.isPresent()) openListener(device, wanted.get());
            listeners.put(device, wanted);
        } catch (IOException e) {
            LOG.warn("{} cannot answer at {}: {}", device.spec().fullyQualifiedDomainName(), wanted, e.getMessage());
        }
    }

    private Optional<Listener> desiredListener(Device device) {
        DeviceSnapshot deviceSnapshot = device.snapshotAt(clock.instant());
        Appearance appearance = deviceSnapshot.appearance();
        if (device.isCancelled() || appearance.answeringSystem() == AnsweringSystem.SILENT) return Optional.empty();
        if (appearance.answeringSystem() == AnsweringSystem.INSTALLED && device.spec().installedSystem().isEmpty()) return Optional.empty();
        boolean windows = appearance.answeringSystem() == AnsweringSystem.INSTALLED
                ? device.spec().isWindows()
                : appearance.answeringSystem() == AnsweringSystem.RESCUE_WINDOWS;
        return listenAddress(device, windows ? hostPorts.rdpPort() : hostPorts.sshPort())
                .map(address -> new Listener(address, HostKeyRole.roleOf(device, deviceSnapshot), !windows));
    }

    private Optional<InetSocketAddress> listenAddress(Device device, int port) {
        return device.spec()
                .publicAddress()
                .map(address -> hostPorts.socketAddress(address, port, device.spec().index()));
    }

    private void openListener(Device device, Listener listener) throws IOException {
        if (listener.ssh()) sshServerFor(listener.role()).open(listener.address(), new SshHost(device, listener.role()));
        else rdpServers.open(listener.address());
    }

    private void close(Listener listener) throws IOException {
        if (listener.ssh()) sshServerFor(listener.role()).close(listener.address());
        else rdpServers.close(listener.address());
    }

    private FakeSshServer sshServerFor(HostKeyRole hostKeyRole) {
        return hostKeyRole == HostKeyRole.LEGACY_RESCUE ? legacySshServer : sshServer;
    }

    /** Where SSH would answer. */
    public int sshPort(Device device) {
        return hostPorts.socketAddress("127.0.0.1", hostPorts.sshPort(), device.spec().index()).getPort();
    }

    /** Where RDP would answer. */
    public int rdpPort(Device device) {
        return hostPorts.socketAddress("127.0.0.1", hostPorts.rdpPort(), device.spec().index()).getPort();
    }

    /** The fingerprint of the SSH host key shown right now; nothing where SSH does not answer. */
    public Optional<String> hostKeyFingerprint(Device device) {
        if (listeners.containsKey(device)) reconcile(device);
        return listeners.getOrDefault(device, Optional.empty())
                .filter(Listener::ssh)
                .map(listener -> hostKeys.fingerprint(device.id(), listener.role()));
    }

    @Override
    public void close() throws IOException {
        tickTask.cancel(true);
        scheduler.shutdownNow();
        sshServer.close();
        legacySshServer.close();
        rdpServers.close();
    }
}
