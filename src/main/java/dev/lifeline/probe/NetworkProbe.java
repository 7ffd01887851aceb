package dev.lifeline.probe;

import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceProbe;
import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.transport.OutsideCalls;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * Probes devices over the network from where the bot runs: the SSH port of Linux devices, the RDP port of Windows devices, and both of a
 * device without an operating system, where either rescue system may run. The public address is tried first, then the private one; host
 * names are ignored.
 *
 * <p>{@link #probe} blocks for the time-out at most, shared by all addresses; it throws nothing for a device that does not answer.
 * Thread-safe. {@link #close} stops the SSH client's threads.
 */
public final class NetworkProbe implements DeviceProbe, AutoCloseable {

    private final int sshPort;
    private final int rdpPort;
    private final Duration timeout;
    private final SshHostKeyScan sshProbe = new SshHostKeyScan();

    /**
     * @param sshPort usually 22
     * @param rdpPort usually 3389
     * @param timeout of one probe of all addresses together; the bot uses 3 s
     */
    public NetworkProbe(int sshPort, int rdpPort, Duration timeout) {
        this.sshPort = sshPort;
        this.rdpPort = rdpPort;
        this.timeout = timeout;
    }

    /** Starts the SSH client, so that the first probe does not wait for it. Blocks for its start; needs no network. */
    public void warmUp() {
        sshProbe.client();
    }

    /** The same probe with a time-out of its own, for those whom a person waits for. */
    public DeviceProbe within(Duration limit) {
        return device -> probe(device, limit);
    }

    @Override
    public ProbeResult probe(Device device) {
        return probe(device, timeout);
    }

    private ProbeResult probe(Device device, Duration limit) {
        OutsideCalls.check("probe");
        List<String> addresses =
                device.addresses().all().filter(IpLiteral::matches).toList();
        long deadline = System.nanoTime() + limit.toNanos();
        for (int index = 0; index < addresses.size(); index++) {
            Duration remaining = Duration.ofNanos(deadline - System.nanoTime());
            if (remaining.toMillis() < 1) return new ProbeResult.NoAnswer();
            Duration share = remaining.dividedBy(addresses.size() - index);
            ProbeResult probeResult = probe(device, addresses.get(index), share, remaining);
            if (!(probeResult instanceof ProbeResult.NoAnswer)) return probeResult;
        }
        return new ProbeResult.NoAnswer();
    }

    private ProbeResult probe(Device device, String address, Duration share, Duration remaining) {
        Family family = device.operatingSystem().family();
        if (family == Family.WINDOWS) return rdpProbe(address, share);
        if (family != Family.NONE) return sshProbe(address, share, remaining);
        Duration half = share.dividedBy(2);
        ProbeResult probeResult = sshProbe(address, half, remaining.minus(half));
        return probeResult instanceof ProbeResult.NoAnswer ? rdpProbe(address, half) : probeResult;
    }

    private ProbeResult sshProbe(String address, Duration identificationTimeout, Duration hostKeyTimeout) {
        return sshProbe.scan(new InetSocketAddress(address, sshPort), identificationTimeout, hostKeyTimeout);
    }

    private ProbeResult rdpProbe(String address, Duration timeout) {
        return RdpProbe.probe(new InetSocketAddress(address, rdpPort), timeout);
    }

    @Override
    public void close() {
        sshProbe.close();
    }
}
