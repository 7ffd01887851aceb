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
 * Opens and closes the listeners of the devices as they go up and down; changing devices are checked every 20 ms on the
 * thread {@code fake-hosts}. A device has no listener until it is first used, because there may be very many. Thread-safe.
 */
public final class FakeHosts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FakeHosts.class);

    /** Short compared with the shortest step at the highest useful speed. */
    private static final long TICK_INTERVAL_MILLIS = 20;

    /**
     * A listener at an address.
     *
     * @param ssh whether it answers SSH; otherwise RDP
     */
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

    /** Opens a device's listener, unless it was opened before. */
    public void ensureListening(Device device) {
        if (!listeners.containsKey(device)) onDeviceChanged(device);
    }

    /** Opens, closes or replaces a device's listener after a command, and again as time passes. */
    public void onDeviceChanged(Device device) {
        reconcile(device);
        if (device.isChanging(clock.instant())) changingDevices.add(device);
    }

    private void reconcileChanging() {
        changingDevices.removeIf(device -> {
            boolean unchanging = !device.isChanging(clock.instant());
            reconcile(device);
            return unchanging;
        });
    }

    private synchronized void reconcile(Device device) {
        Optional<Listener> desired = desiredListener(device);
        Optional<Listener> current = listeners.getOrDefault(device, Optional.empty());
        if (desired.equals(current)) {
            listeners.putIfAbsent(device, current);
            return;
        }
        try {
            if (current.isPresent()) close(current.get());
            listeners.put(device, Optional.empty());
            if (desired.isPresent()) openListener(device, desired.get());
            listeners.put(device, desired);
        } catch (IOException e) {
            LOG.warn("Device {} cannot listen at {}: {}", device.spec().fullyQualifiedDomainName(), desired, e.getMessage());
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
        if (listener.ssh()) sshServerFor(listener.role()).listen(listener.address(), new SshHost(device, listener.role()));
        else rdpServers.listen(listener.address());
    }

    private void close(Listener listener) throws IOException {
        if (listener.ssh()) sshServerFor(listener.role()).close(listener.address());
        else rdpServers.close(listener.address());
    }

    private FakeSshServer sshServerFor(HostKeyRole hostKeyRole) {
        return hostKeyRole == HostKeyRole.LEGACY_RESCUE ? legacySshServer : sshServer;
    }

    /** Returns the port where SSH would answer. */
    public int sshPort(Device device) {
        return hostPorts.socketAddress("127.0.0.1", hostPorts.sshPort(), device.spec().index()).getPort();
    }

    /** Returns the port where RDP would answer. */
    public int rdpPort(Device device) {
        return hostPorts.socketAddress("127.0.0.1", hostPorts.rdpPort(), device.spec().index()).getPort();
    }

    /** Returns the fingerprint of the SSH host key presented now; empty where SSH does not answer. */
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
