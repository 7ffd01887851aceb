package dev.lifeline.sandbox.classic.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Where do devices answer: the same two ports on addresses of their own, or ports of their own on the only address? */
public record Ports(boolean manyAddresses, int ssh, int rdp) {

    /**
     * Takes free ports where 0 is asked for.
     *
     * @throws IOException where no port is free
     */
    public static Ports choose(int ssh, int rdp) throws IOException {
        boolean many = canListenOn("127.20.0.1");
        String trial = many ? "127.20.0.1" : "127.0.0.1";
        int chosenSsh = ssh == 0 ? free(trial) : ssh;
        int chosenRdp = rdp == 0 ? free(trial) : rdp;
        return new Ports(many, chosenSsh, chosenRdp);
    }

    private static boolean canListenOn(String address) {
        try {
            return free(address) > 0;
        } catch (IOException onlyOne) {
            return false;
        }
    }

    private static int free(String address) throws IOException {
        try (ServerSocket trial = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            return trial.getLocalPort();
        }
    }

    /** Where a device answers; on a shared address the n-th device counts up from the first's port. */
    InetSocketAddress of(String address, int port, int n) {
        return new InetSocketAddress(address, manyAddresses ? port : port + 2 * n);
    }
}
