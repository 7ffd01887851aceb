package dev.lifeline.probe;

import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceProbe;
import dev.lifeline.device.OperatingSystem.Family;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * Knocks over the network, from where the bot runs: at the SSH port of what runs Linux, at the RDP port of what runs Windows, and at both
 * of what runs nothing, since either rescue system may be asked for there.
 * The public address is tried first, then the private one; a knock takes no longer than its patience in all.
 */
public final class NetworkProbe implements DeviceProbe, AutoCloseable {

    private final int sshPort;
    private final int rdpPort;
    private final Duration timeout;
    private final SshHostKeyScan sshProbe = new SshHostKeyScan();

    /**
     * @param sshPort usually 22
     * @param rdpPort usually 3389
     * @param timeout for one knock at all addresses together; a few seconds
     */
    public NetworkProbe(int sshPort, int rdpPort, Duration timeout) {
        this.sshPort = sshPort;
        this.rdpPort = rdpPort;
        this.timeout = timeout;
    }

    @Override
    public ProbeResult probe(Device device) {
        List<String> addresses =
                device.addresses().all().filter(IpLiteral::matches).toList();
        long deadline = System.nanoTime() + timeout.toNanos();
        for (int next = 0; next < addresses.size(); next++) {
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            if (left.toMillis() < 1) return new ProbeResult.NoAnswer();
            Duration share = left.dividedBy(addresses.size() - next);
            ProbeResult probeResult = probe(device, addresses.get(next), share, left);
            if (!(probeResult instanceof ProbeResult.NoAnswer)) return probeResult;
        }
        return new ProbeResult.NoAnswer();
    }

    private ProbeResult probe(Device device, String address, Duration share, Duration left) {
        Family family = device.operatingSystem().family();
        if (family == Family.WINDOWS) return rdpProbe(address, share);
        if (family != Family.NONE) return sshProbe(address, share, left);
        Duration half = share.dividedBy(2);
        ProbeResult probeResult = sshProbe(address, half, left.minus(half));
        return probeResult instanceof ProbeResult.NoAnswer ? rdpProbe(address, half) : probeResult;
    }

    private ProbeResult sshProbe(String address, Duration toSpeak, Duration toShow) {
        return sshProbe.scan(new InetSocketAddress(address, sshPort), toSpeak, toShow);
    }

    private ProbeResult rdpProbe(String address, Duration toAnswer) {
        return RdpProbe.probe(new InetSocketAddress(address, rdpPort), toAnswer);
    }

    @Override
    public void close() {
        sshProbe.close();
    }
}
