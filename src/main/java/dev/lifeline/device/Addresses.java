package dev.lifeline.device;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * IP addresses of a device, as the provider lists them; not checked for form.
 *
 * @param primary public address; absent on a private-only device
 * @param backend address in the provider's private network
 */
public record Addresses(Optional<String> primary, Optional<String> backend) {

    /** Neither address is known. */
    public static final Addresses NONE = new Addresses(Optional.empty(), Optional.empty());

    /** The public address, else the private one. */
    public Optional<String> preferred() {
        return primary.or(() -> backend);
    }

    /** Every known address, the public one first. */
    public Stream<String> all() {
        return Stream.concat(primary.stream(), backend.stream());
    }
}
