package dev.lifeline.sandbox.softlayer.account;

/**
 * The loopback addresses of devices: 127.20.0.1 and on, or 127.0.0.1 for all where the system has only one.
 *
 * @param account 0, or 1 for the second account, whose devices have other addresses
 */
public record LoopbackAddresses(boolean addressPerDevice, int account) {

    private static final int ACCOUNT_STEP = 20;

    private static final int ADDRESSES_PER_BLOCK = 250;

    /** Returns the address that the n-th device answers on; n counts from 0. */
    public String publicAddress(int n) {
        return addressPerDevice ? format(127, 20 + account * ACCOUNT_STEP, n) : "127.0.0.1";
    }

    /** Returns a private address where nothing answers. It is on loopback too, so that a probe never reaches a real network. */
    public String backendAddress(int n) {
        return format(127, 72 + account * ACCOUNT_STEP, n);
    }

    private static String format(int first, int second, int n) {
        int block = n / ADDRESSES_PER_BLOCK;
        return first + "." + (second + block / ADDRESSES_PER_BLOCK) + "." + block % ADDRESSES_PER_BLOCK + "." + (n % ADDRESSES_PER_BLOCK + 1);
    }
}
