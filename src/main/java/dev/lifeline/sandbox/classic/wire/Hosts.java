package dev.lifeline.sandbox.classic.wire;

import dev.lifeline.sandbox.classic.world.Device;
import dev.lifeline.sandbox.classic.world.Look;
import dev.lifeline.sandbox.classic.world.Serving;
import dev.lifeline.sandbox.classic.world.View;
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
public final class Hosts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Hosts.class);

    /** Short beside the shortest step at the highest useful speed. */
    private static final long TICK_MILLIS = 20;

    /** What stands open at an address. */
    private record Door(InetSocketAddress address, Life life, boolean ssh) {}

    private final Ports ports;
    private final InstantSource clock;
    private final HostKeys keys;
    private final SshDoors ssh;
    private final SshDoors oldSsh;
    private final RdpDoors rdp;
    private final Map<Device, Optional<Door>> doors = new ConcurrentHashMap<>();
    private final Set<Device> restless = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "pretend-hosts");
        thread.setDaemon(true);
        return thread;
    });

    private final Future<?> ticking;

    public Hosts(Ports ports, InstantSource clock, long seed, Inside inside) throws IOException {
        this.ports = ports;
        this.clock = clock;
        this.keys = new HostKeys(seed);
        this.ssh = new SshDoors(keys, inside, Dialect.MODERN).start();
        this.oldSsh = new SshDoors(keys, inside, Dialect.CENTOS_5).start();
        this.rdp = new RdpDoors();
        this.ticking = ticker.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Gives a device its door, if it has none yet. */
    public void wake(Device device) {
        if (!doors.containsKey(device)) changed(device);
    }

    /** Something was done to a device: its door is opened, closed or changed as that asks, now and in time. */
    public void changed(Device device) {
        match(device);
        if (device.isRestless(clock.instant())) restless.add(device);
    }

    private void tick() {
        restless.removeIf(device -> {
            boolean settled = !device.isRestless(clock.instant());
            match(device);
            return settled;
        });
    }

    private synchronized void match(Device device) {
        Optional<Door> wanted = wanted(device);
        Optional<Door> open = doors.getOrDefault(device, Optional.empty());
        if (wanted.equals(open)) {
            doors.putIfAbsent(device, open);
            return;
        }
        try {
            if (open.isPresent()) close(open.get());
            doors.put(device, Optional.empty());
            if (wanted.isPresent()) open(device, wanted.get());
            doors.put(device, wanted);
        } catch (IOException taken) {
            LOG.warn("{} cannot answer at {}: {}", device.spec().fullName(), wanted, taken.getMessage());
        }
    }

    private Optional<Door> wanted(Device device) {
        View view = device.at(clock.instant());
        Look look = view.look();
        if (device.isCancelled() || look.serving() == Serving.SILENT) return Optional.empty();
        if (look.serving() == Serving.INSTALLED && device.spec().installed().isEmpty()) return Optional.empty();
        boolean windows = look.serving() == Serving.INSTALLED
                ? device.spec().isWindows()
                : look.serving() == Serving.RESCUE_WINDOWS;
        return address(device, windows ? ports.rdp() : ports.ssh())
                .map(address -> new Door(address, Life.of(device, view), !windows));
    }

    private Optional<InetSocketAddress> address(Device device, int port) {
        return device.spec()
                .publicAddress()
                .map(address -> ports.of(address, port, device.spec().number()));
    }

    private void open(Device device, Door door) throws IOException {
        if (door.ssh()) doorsOf(door.life()).open(door.address(), new SshHost(device, door.life()));
        else rdp.open(door.address());
    }

    private void close(Door door) throws IOException {
        if (door.ssh()) doorsOf(door.life()).close(door.address());
        else rdp.close(door.address());
    }

    private SshDoors doorsOf(Life life) {
        return life == Life.OLD_RESCUE ? oldSsh : ssh;
    }

    /** Where SSH would answer. */
    public int sshPort(Device device) {
        return ports.of("127.0.0.1", ports.ssh(), device.spec().number()).getPort();
    }

    /** Where RDP would answer. */
    public int rdpPort(Device device) {
        return ports.of("127.0.0.1", ports.rdp(), device.spec().number()).getPort();
    }

    /** The fingerprint of the SSH host key shown right now; nothing where SSH does not answer. */
    public Optional<String> fingerprint(Device device) {
        if (doors.containsKey(device)) match(device);
        return doors.getOrDefault(device, Optional.empty())
                .filter(Door::ssh)
                .map(door -> keys.fingerprint(device.id(), door.life()));
    }

    @Override
    public void close() throws IOException {
        ticking.cancel(true);
        ticker.shutdownNow();
        ssh.close();
        oldSsh.close();
        rdp.close();
    }
}
