package dev.lifeline.slack.home;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.slack.port.SharedRateLimiter;
import dev.lifeline.slack.webapi.ApiMethod;
import dev.lifeline.slack.webapi.SlackRateLimits;
import dev.lifeline.slack.webapi.WebApi;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Calls {@code views.publish} within its limits. Thread-safe. */
public final class HomeViews {

    private final WebApi api;
    private final SharedRateLimiter rateLimiter;

    public HomeViews(WebApi api, SharedRateLimiter rateLimiter) {
        this.api = api;
        this.rateLimiter = rateLimiter;
    }

    /**
     * Publishes a view. Blocks for one call.
     *
     * @param hash of the view that it replaces, which fails where another replica has published meanwhile; empty to replace any
     * @return the hash of the view; empty where the limit is used up
     * @throws dev.lifeline.slack.webapi.SlackCallException when Slack did not accept it
     */
    Optional<String> publish(SlackUserId user, String view, Optional<String> hash) {
        boolean allowed = rateLimiter
                .tryAcquire("home:" + user, SlackRateLimits.HOMES_PER_USER)
                .or(() -> rateLimiter.tryAcquire("home", SlackRateLimits.HOMES_TOTAL))
                .isEmpty();
        if (!allowed) return Optional.empty();
        Map<String, String> arguments = new HashMap<>(Map.of("user_id", user.value(), "view", view));
        hash.ifPresent(known -> arguments.put("hash", known));
        return Optional.of(
                api.call(ApiMethod.VIEWS_PUBLISH, arguments).at("/view/hash").asText());
    }
}
