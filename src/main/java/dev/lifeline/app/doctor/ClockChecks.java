package dev.lifeline.app.doctor;

import dev.lifeline.config.Settings;
import dev.lifeline.store.Store;
import dev.lifeline.store.database.DatabaseUnavailableException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares the clock of this host with those of Slack, the provider and the database. Slack's signatures are good for five minutes, and due
 * times are compared with times that others wrote.
 */
final class ClockChecks {

    private static final String SUBJECT = "clock";

    /** Beyond what a slow answer and the full seconds of an HTTP date can explain. */
    private static final Duration MAX_UNNOTICED = Duration.ofSeconds(5);

    /** Slack's own limit for a signed request is 5 minutes; half of it is left for its way. */
    private static final Duration MAX_TOLERABLE = Duration.ofMinutes(2);

    private static final int TIMEOUT_MILLIS = 5_000;

    private final Settings settings;
    private final InstantSource clock;

    ClockChecks(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** One line for each clock that is off, else one for all; nothing about a clock that cannot be read, as other lines tell. */
    List<CheckResult> run() {
        List<CheckResult> off = new ArrayList<>();
        httpDate(settings.slack().apiUrl().resolve("api.test"))
                .flatMap(time -> compare("Slack's", time))
                .ifPresent(off::add);
        settings.accounts().values().stream()
                .map(Settings.SoftLayer::endpointUrl)
                .distinct()
                .flatMap(endpoint -> httpDate(endpoint).stream())
                .flatMap(time -> compare("the provider's", time).stream())
                .forEach(off::add);
        databaseTime().flatMap(time -> compare("the database's", time)).ifPresent(off::add);
        return off.isEmpty() ? List.of(CheckResult.ok(SUBJECT, "as others have it")) : off;
    }

    private Optional<CheckResult> compare(String whose, Instant theirs) {
        return compare(SUBJECT, "this host", whose, Duration.between(theirs, clock.instant()));
    }

    /**
     * Empty where the difference can be explained otherwise.
     *
     * @param host whose clock it is, as a sentence begins with it
     * @param whose the other clock
     */
    static Optional<CheckResult> compare(String subject, String host, String whose, Duration ahead) {
        if (ahead.abs().compareTo(MAX_UNNOTICED) <= 0) return Optional.empty();
        String message = host + " is " + ahead.abs().toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead of")
                + " " + whose + " clock: have it follow a time server (chrony, systemd-timesyncd)";
        return Optional.of(
                ahead.abs().compareTo(MAX_TOLERABLE) > 0
                        ? CheckResult.wrong(subject, message)
                        : CheckResult.warn(subject, message));
    }

    /** From the header of any answer, whatever its status. */
    private static Optional<Instant> httpDate(URI url) {
        try {
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setInstanceFollowRedirects(false);
            long millis = connection.getHeaderFieldDate("Date", 0);
            return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<Instant> databaseTime() {
        try {
            return Store.serverTime(settings.server().databaseUrl());
        } catch (DatabaseUnavailableException e) {
            return Optional.empty();
        }
    }
}
