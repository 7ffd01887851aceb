package dev.lifeline.access;

import dev.lifeline.device.AccountName;
import java.util.Optional;

/**
 * Provider id of a user of a cloud account.
 *
 * @param value 1 or more
 * @param namedAccount the account that the user belongs to; empty for the main one
 */
public record CloudUserId(long value, Optional<AccountName> namedAccount) {

    private static final String ACCOUNT_SEPARATOR = "/";

    public CloudUserId {
        if (value <= 0) throw new IllegalArgumentException("cloud user id must be positive: " + value);
        namedAccount = namedAccount.filter(account -> !account.isMain());
    }

    /** The id of a user of the main account. */
    public CloudUserId(long value) {
        this(value, Optional.empty());
    }

    /** The account that the user belongs to. */
    public AccountName account() {
        return namedAccount.orElse(AccountName.MAIN);
    }

    /** The same number in an account. */
    public CloudUserId in(AccountName account) {
        return new CloudUserId(value, Optional.of(account));
    }

    /**
     * Reads what {@link #toString} wrote, such as {@code 5005} or {@code lab/5005}.
     *
     * @throws IllegalArgumentException when the text is no such id
     */
    public static CloudUserId parse(String text) {
        int slash = text.indexOf(ACCOUNT_SEPARATOR);
        long value = Long.parseLong(text.substring(slash + 1));
        return slash < 0
                ? new CloudUserId(value)
                : new CloudUserId(value).in(new AccountName(text.substring(0, slash)));
    }

    @Override
    public String toString() {
        return namedAccount.map(account -> account + ACCOUNT_SEPARATOR).orElse("") + value;
    }
}
