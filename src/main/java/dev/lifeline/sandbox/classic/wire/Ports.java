package dev.lifeline.sandbox.classic.wire;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Where do devices answer: the same two ports on addresses of their own, or ports of their own on the only address? */
public record Ports(boolean manyAddresses, int ssh, int rdp) {

    private static final int FIRST = 1024;
    private static final int LAST = 65_535;

    /**
     * Takes free ports where 0 is asked for.
     *
     * @throws IOException where a port asked for is in use, naming it
     */
    public static Ports choose(int ssh, int rdp) throws IOException {
        boolean many = canListenOn("127.20.0.1");
        String trial = many ? "127.20.0.1" : "127.0.0.1";
        int chosen = listenable(trial, ssh);
        boolean beside = !many && rdp == 0;
        return new Ports(many, chosen, beside ? chosen + 1 : listenable(trial, rdp));
    }

    private static int listenable(String address, int port) throws IOException {
        try (ServerSocket trial = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            return trial.getLocalPort();
        } catch (BindException taken) {
            throw new IOException(address + ":" + port + " cannot be listened on: the port is in use", taken);
        }
    }

    private static boolean canListenOn(String address) {
        try {
            return listenable(address, 0) > 0;
        } catch (IOException onlyOne) {
            return false;
        }
    }

    /** Where a device answers; on a shared address the n-th device counts up from the first's port, by two. */
    InetSocketAddress of(String address, int port, int n) {
        return new InetSocketAddress(address, manyAddresses ? port : wrapped(port + 2 * n));
    }

    private static int wrapped(int port) {
        return port <= LAST ? port : FIRST + (port - FIRST) % (LAST - FIRST);
    }
}
