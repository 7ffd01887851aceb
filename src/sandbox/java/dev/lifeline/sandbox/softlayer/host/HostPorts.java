package dev.lifeline.sandbox.softlayer.host;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Where devices answer: on the same two ports at addresses of their own, or on ports of their own at the one loopback
 * address.
 *
 * @param addressPerDevice whether the system has a loopback address for each device
 */
public record HostPorts(boolean addressPerDevice, int sshPort, int rdpPort) {

    private static final int MIN_PORT = 1024;
    private static final int MAX_PORT = 65_535;

    /**
     * Takes free ports where 0 is requested.
     *
     * @param firstAddress the address of the first device, where the system has one for each
     * @throws IOException where a requested port is in use; the message names it
     */
    public static HostPorts allocate(String firstAddress, int sshPort, int rdpPort) throws IOException {
        boolean addressPerDevice = canListenOn(firstAddress);
        String probeAddress = addressPerDevice ? firstAddress : "127.0.0.1";
        int freeSshPort = requireFreePort(probeAddress, sshPort);
        boolean nextToSsh = !addressPerDevice && rdpPort == 0;
        return new HostPorts(addressPerDevice, freeSshPort, nextToSsh ? freeSshPort + 1 : requireFreePort(probeAddress, rdpPort));
    }

    private static int requireFreePort(String address, int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            return socket.getLocalPort();
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

    /** Returns where the n-th device answers; on a shared address, ports count up by two from the first device's. */
    InetSocketAddress socketAddress(String address, int port, int n) {
        return new InetSocketAddress(address, addressPerDevice ? port : wrapIntoRange(port + 2 * n));
    }

    private static int wrapIntoRange(int port) {
        return port <= MAX_PORT ? port : MIN_PORT + (port - MIN_PORT) % (MAX_PORT - MIN_PORT);
    }
}
