package dev.lifeline.device;

/** On which ports do devices answer, 1 to 65535? The usual ones, but for where devices are pretended. */
public record Ports(int ssh, int rdp) {

    public static final Ports DEFAULT = new Ports(22, 3389);
}
