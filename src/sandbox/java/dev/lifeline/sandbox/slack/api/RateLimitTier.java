package dev.lifeline.sandbox.slack.api;

/** How often may a method be called in a minute (slack.md 4.3)? Bursts of as many are borne. */
enum RateLimitTier {
    /** Two connections at every start of an app must be possible, so this is Tier 3 as one copy of Slack's docs has it. */
    CONNECTIONS_OPEN(50),
    TIER_2(20),
    TIER_3(50),
    TIER_4(100),
    /** Several hundred a minute. */
    SPECIAL(600);

    private final int requestsPerMinute;

    RateLimitTier(int requestsPerMinute) {
        this.requestsPerMinute = requestsPerMinute;
    }

    int requestsPerMinute() {
        return requestsPerMinute;
    }
}
