package dev.lifeline.sandbox.softlayer.host;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Where do devices answer: the same two ports on addresses of their own, or ports of their own on the only address? */
public record HostPorts(boolean addressPerDevice, int sshPort, int rdpPort) {

    private static final int MIN_PORT = 1024;
    private static final int MAX_PORT = 65_535;

    /**
     * Takes free ports where 0 is asked for.
     *
     * @throws IOException where a port asked for is in use, naming it
     */
    public static HostPorts allocate(int sshPort, int rdpPort) throws IOException {
        boolean many = canListenOn("127.20.0.1");
        String trial = many ? "127.20.0.1" : "127.0.0.1";
        int chosen = requireFreePort(trial, sshPort);
        boolean beside = !many && rdpPort == 0;
        return new HostPorts(many, chosen, beside ? chosen + 1 : requireFreePort(trial, rdpPort));
    }

    private static int requireFreePort(String address, int port) throws IOException {
        try (ServerSocket trial = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            return trial.getLocalPort();
        } catch (BindException e) {
            throw new IOException(address + ":" + port + " cannot be listened on: the port is in use", e);
        }
    }

    private static boolean canListenOn(String address) {
        try {
            return requireFreePort(address, 0) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Where a device answers; on a shared address the n-th device counts up from the first's port, by two. */
    InetSocketAddress socketAddress(String address, int port, int n) {
        return new InetSocketAddress(address, addressPerDevice ? port : wrapIntoRange(port + 2 * n));
    }

    private static int wrapIntoRange(int port) {
        return port <= MAX_PORT ? port : MIN_PORT + (port - MIN_PORT) % (MAX_PORT - MIN_PORT);
    }
}
