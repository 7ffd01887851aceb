package dev.lifeline.reach;

import dev.lifeline.device.Device;
import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.device.Reach;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * Knocks over the network, from where the bot runs: at the SSH port of what runs Linux, at the RDP port of what runs Windows, and at both
 * of what runs nothing, since either rescue system may be asked for there.
 * The public address is tried first, then the private one; a knock takes no longer than its patience in all.
 */
public final class NetworkReach implements Reach, AutoCloseable {

    private final int sshPort;
    private final int rdpPort;
    private final Duration patience;
    private final SshKnock ssh = new SshKnock();

    /**
     * @param sshPort usually 22
     * @param rdpPort usually 3389
     * @param patience for one knock at all addresses together; a few seconds
     */
    public NetworkReach(int sshPort, int rdpPort, Duration patience) {
        this.sshPort = sshPort;
        this.rdpPort = rdpPort;
        this.patience = patience;
    }

    @Override
    public Knock knock(Device device) {
        List<String> addresses =
                device.addresses().all().filter(LiteralAddress::isOne).toList();
        long deadline = System.nanoTime() + patience.toNanos();
        for (int next = 0; next < addresses.size(); next++) {
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            if (left.toMillis() < 1) return new Knock.Silent();
            Duration share = left.dividedBy(addresses.size() - next);
            Knock knock = knock(device, addresses.get(next), share, left);
            if (!(knock instanceof Knock.Silent)) return knock;
        }
        return new Knock.Silent();
    }

    private Knock knock(Device device, String address, Duration share, Duration left) {
        Family family = device.system().family();
        if (family == Family.WINDOWS) return rdp(address, share);
        if (family != Family.NONE) return ssh(address, share, left);
        Duration half = share.dividedBy(2);
        Knock knock = ssh(address, half, left.minus(half));
        return knock instanceof Knock.Silent ? rdp(address, half) : knock;
    }

    private Knock ssh(String address, Duration toSpeak, Duration toShow) {
        return ssh.at(new InetSocketAddress(address, sshPort), toSpeak, toShow);
    }

    private Knock rdp(String address, Duration toAnswer) {
        return RdpKnock.at(new InetSocketAddress(address, rdpPort), toAnswer);
    }

    @Override
    public void close() {
        ssh.close();
    }
}
