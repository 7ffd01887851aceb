package dev.lifeline.device;

import java.util.Locale;

/**
 * What is the device called? Foreign text: whoever may edit the device wrote it.
 *
 * @param hostname the first label, such as {@code web-07}
 * @param domain the rest, such as {@code example.com}; empty where the provider has none
 */
public record DeviceName(String hostname, String domain) {

    /** {@code web-07.example.com}, or only the hostname where there is no domain. */
    public String fqdn() {
        return domain.isEmpty() ? hostname : hostname + "." + domain;
    }

    /** Is this what a person typed, in whatever case, in short or in full? */
    public boolean matches(String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return hostname.toLowerCase(Locale.ROOT).equals(wanted)
                || fqdn().toLowerCase(Locale.ROOT).equals(wanted);
    }
}
