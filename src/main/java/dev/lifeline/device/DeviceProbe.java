package dev.lifeline.device;

/** Does the device itself answer on the network, and as whom? Asked from where the bot runs, which may be the wrong side of a firewall. */
public interface DeviceProbe {

    /** Knocks once, logs in never. Takes a few seconds at most. */
    ProbeResult probe(Device device);

    /** What came of knocking. */
    sealed interface ProbeResult {

        /** Nobody answered, or there is no address to knock at. */
        record NoAnswer() implements ProbeResult {}

        /** Its SSH or RDP server spoke, but showed no SSH host key. */
        record PortOpen() implements ProbeResult {}

        /**
         * An SSH server answered.
         *
         * @param fingerprint of its host key, as {@code SHA256:…}; the rescue kernel shows another than the installed system
         */
        record HostKey(String fingerprint) implements ProbeResult {}
    }
}
