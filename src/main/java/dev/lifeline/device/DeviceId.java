package dev.lifeline.device;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Id of a device. Guests and bare metal servers are numbered separately, so the type belongs to the id. That of a simulated device is no
 * id of the provider's: the number is that of the person who rehearses with it, so that each has one.
 *
 * @param value 1 or more; may exceed 2^53, so it does not fit a JavaScript number
 * @param rehearsed the device whose rescue a simulated one rehearses; empty for none in particular, and for every other type
 * @param namedAccount the account that numbers the device; empty for the main one
 */
public record DeviceId(DeviceType type, long value, Optional<DeviceId> rehearsed, Optional<AccountName> namedAccount) {

    private static final String ACCOUNT_SEPARATOR = "/";

    public DeviceId {
        namedAccount = namedAccount.filter(account -> !account.isMain());
        if (value <= 0) throw new IllegalArgumentException("device id must be positive: " + value);
        if (rehearsed.isPresent()
                && (type != DeviceType.SIMULATED || rehearsed.get().isSimulated()))
            throw new IllegalArgumentException("only a simulated device rehearses another one");
    }

    /** An id of a device of the main account, or of a simulated one that rehearses none in particular. */
    public DeviceId(DeviceType type, long value) {
        this(type, value, Optional.empty(), Optional.empty());
    }

    /** The account that the device belongs to; that of a simulated one is where the rights of who rehearses with it are judged. */
    public AccountName account() {
        return namedAccount.orElse(AccountName.MAIN);
    }

    /** The same number in an account. */
    public DeviceId in(AccountName account) {
        return new DeviceId(type, value, rehearsed, Optional.of(account));
    }

    /**
     * The id of a person's simulated device, the same whatever it rehearses.
     *
     * @param person by which the person is known for ever
     */
    public static DeviceId simulated(String person, Optional<DeviceId> rehearsed) {
        long number = new BigInteger(DigestUtils.sha256Hex(person), 16).longValue() & Long.MAX_VALUE;
        return new DeviceId(
                DeviceType.SIMULATED, Math.max(1, number), rehearsed, rehearsed.flatMap(DeviceId::namedAccount));
    }

    /** Whether it is the device of a drill, for which the provider must not be asked. */
    public boolean isSimulated() {
        return type == DeviceType.SIMULATED;
    }

    /**
     * The id by which the provider knows the device.
     *
     * @throws IllegalStateException when it is a simulated one: every call of the provider fails before it is made
     */
    public long providerId() {
        if (isSimulated()) throw new IllegalStateException("a simulated device is unknown to the provider");
        return value;
    }

    public static DeviceId virtualGuest(long value) {
        return new DeviceId(DeviceType.VIRTUAL_GUEST, value);
    }

    public static DeviceId hardware(long value) {
        return new DeviceId(DeviceType.HARDWARE, value);
    }

    /**
     * Reads what {@link #toString} wrote, such as {@code virtual_guest:7007} or {@code lab/virtual_guest:7007}.
     *
     * @throws IllegalArgumentException when the text is no device id
     */
    public static DeviceId parse(String text) {
        int slash = text.indexOf(ACCOUNT_SEPARATOR);
        if (slash >= 0) return parse(text.substring(slash + 1)).in(new AccountName(text.substring(0, slash)));
        int colon = text.indexOf(':');
        if (colon < 0) throw new IllegalArgumentException("not a device id: " + text);
        DeviceType deviceType = DeviceType.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT));
        return new DeviceId(deviceType, Long.parseLong(text.substring(colon + 1)));
    }

    /** Without the account for the main one, and for a simulated device: a person has one of these, whatever the account. */
    @Override
    public String toString() {
        String account = isSimulated()
                ? ""
                : namedAccount.map(name -> name + ACCOUNT_SEPARATOR).orElse("");
        return account + type.name().toLowerCase(Locale.ROOT) + ":" + value;
    }
}
