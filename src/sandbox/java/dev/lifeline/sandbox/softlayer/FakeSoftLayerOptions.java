package dev.lifeline.sandbox.softlayer;

import java.time.InstantSource;

/**
 * How shall the pretend Classic be started?
 *
 * @param port 0 takes a free one
 * @param speed provider minutes pass this many times faster
 * @param generatedDevices how many to make up besides the default world's nine
 * @param seed decides the made-up devices and all host keys
 * @param sshPort where Linux devices and Linux rescue answer; 0 takes a free one
 * @param rdpPort where Windows devices and Windows rescue answer; 0 takes a free one
 */
public record FakeSoftLayerOptions(
        String host, int port, double speed, int generatedDevices, long seed, int sshPort, int rdpPort, InstantSource clock) {

    private static final int MAX_PORT = 65_535;

    public FakeSoftLayerOptions {
        if (!(speed > 0) || Double.isInfinite(speed))
            throw new IllegalArgumentException("speed must be a positive number: " + speed);
        if (generatedDevices < 0) throw new IllegalArgumentException("devices must not be negative: " + generatedDevices);
        requireValidPort(port);
        requireValidPort(sshPort);
        requireValidPort(rdpPort);
    }

    private static void requireValidPort(int port) {
        if (port < 0 || port > MAX_PORT) throw new IllegalArgumentException("not a port: " + port);
    }

    /** The default world at the provider's own pace. */
    public static FakeSoftLayerOptions defaultsOnPort(int port) {
        return new FakeSoftLayerOptions("127.0.0.1", port, 1, 0, 42, 0, 0, InstantSource.system());
    }

    public FakeSoftLayerOptions withHost(String other) {
        return new FakeSoftLayerOptions(other, port, speed, generatedDevices, seed, sshPort, rdpPort, clock);
    }

    public FakeSoftLayerOptions withSpeed(double other) {
        return new FakeSoftLayerOptions(host, port, other, generatedDevices, seed, sshPort, rdpPort, clock);
    }

    public FakeSoftLayerOptions withGeneratedDevices(int other) {
        return new FakeSoftLayerOptions(host, port, speed, other, seed, sshPort, rdpPort, clock);
    }

    public FakeSoftLayerOptions withSeed(long other) {
        return new FakeSoftLayerOptions(host, port, speed, generatedDevices, other, sshPort, rdpPort, clock);
    }

    public FakeSoftLayerOptions withSshPort(int other) {
        return new FakeSoftLayerOptions(host, port, speed, generatedDevices, seed, other, rdpPort, clock);
    }

    public FakeSoftLayerOptions withRdpPort(int other) {
        return new FakeSoftLayerOptions(host, port, speed, generatedDevices, seed, sshPort, other, clock);
    }

    public FakeSoftLayerOptions withClock(InstantSource other) {
        return new FakeSoftLayerOptions(host, port, speed, generatedDevices, seed, sshPort, rdpPort, other);
    }
}
