package dev.lifeline.device;

/** TCP ports on which devices answer, 1 to 65535. Other than the defaults only where devices are simulated. */
public record Ports(int ssh, int rdp) {

    /** 22 and 3389. */
    public static final Ports DEFAULT = new Ports(22, 3389);

    private static final int MAX_PORT = 65_535;

    public Ports {
        requirePort(ssh);
        requirePort(rdp);
    }

    private static void requirePort(int port) {
        if (port < 1 || port > MAX_PORT) throw new IllegalArgumentException("not a TCP port: " + port);
    }
}
