package dev.lifeline.sandbox.slack.api;

/**
 * The rate-limit tier of a method, in requests per minute (src/docs/platform/slack.md, section Rate limits). A burst of the
 * same number is allowed.
 */
enum RateLimitTier {
    /** An app opens two connections at each start, so this is Tier 3, as one copy of Slack's documentation says. */
    CONNECTIONS_OPEN(50),
    TIER_2(20),
    TIER_3(50),
    TIER_4(100),
    /** Documented as several hundred a minute. */
    SPECIAL(600);

    private final int requestsPerMinute;

    RateLimitTier(int requestsPerMinute) {
        this.requestsPerMinute = requestsPerMinute;
    }

    int requestsPerMinute() {
        return requestsPerMinute;
    }
}
