package dev.lifeline.sandbox.classic;

import java.time.InstantSource;

/**
 * How shall the pretend Classic be started?
 *
 * @param port 0 takes a free one
 * @param speed provider minutes pass this many times faster
 * @param devices how many to make up besides the default world's nine
 * @param seed decides the made-up devices and all host keys
 * @param sshPort where Linux devices and Linux rescue answer; 0 takes a free one
 * @param rdpPort where Windows devices and Windows rescue answer; 0 takes a free one
 */
public record ClassicOptions(
        String host, int port, double speed, int devices, long seed, int sshPort, int rdpPort, InstantSource clock) {

    private static final int LAST_PORT = 65_535;

    public ClassicOptions {
        if (!(speed > 0) || Double.isInfinite(speed))
            throw new IllegalArgumentException("speed must be a positive number: " + speed);
        if (devices < 0) throw new IllegalArgumentException("devices must not be negative: " + devices);
        checkPort(port);
        checkPort(sshPort);
        checkPort(rdpPort);
    }

    private static void checkPort(int port) {
        if (port < 0 || port > LAST_PORT) throw new IllegalArgumentException("not a port: " + port);
    }

    /** The default world at the provider's own pace. */
    public static ClassicOptions onPort(int port) {
        return new ClassicOptions("127.0.0.1", port, 1, 0, 42, 0, 0, InstantSource.system());
    }

    public ClassicOptions withHost(String other) {
        return new ClassicOptions(other, port, speed, devices, seed, sshPort, rdpPort, clock);
    }

    public ClassicOptions withSpeed(double other) {
        return new ClassicOptions(host, port, other, devices, seed, sshPort, rdpPort, clock);
    }

    public ClassicOptions withDevices(int other) {
        return new ClassicOptions(host, port, speed, other, seed, sshPort, rdpPort, clock);
    }

    public ClassicOptions withSeed(long other) {
        return new ClassicOptions(host, port, speed, devices, other, sshPort, rdpPort, clock);
    }

    public ClassicOptions withSshPort(int other) {
        return new ClassicOptions(host, port, speed, devices, seed, other, rdpPort, clock);
    }

    public ClassicOptions withRdpPort(int other) {
        return new ClassicOptions(host, port, speed, devices, seed, sshPort, other, clock);
    }

    public ClassicOptions withClock(InstantSource other) {
        return new ClassicOptions(host, port, speed, devices, seed, sshPort, rdpPort, other);
    }
}
