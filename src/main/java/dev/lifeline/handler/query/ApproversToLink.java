package dev.lifeline.handler.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.approval.DirectoryUnavailableException;
import dev.lifeline.approval.Policy;
import dev.lifeline.approval.UnlinkedApprovers;
import dev.lifeline.device.ProviderUnavailableException;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The approvers who still have to show who they are, as they were at most five minutes ago: for display only. Thread-safe. */
public final class ApproversToLink {

    private static final Logger LOG = LoggerFactory.getLogger(ApproversToLink.class);
    private static final Duration MAX_AGE = Duration.ofMinutes(5);
    private static final String KEY = "approvers";

    private final Policy policy;
    private final UnlinkedApprovers unlinkedApprovers;
    private final Cache<String, Set<SlackUserId>> cache;

    /** @param ticker monotonic; the age of what is cached is measured by it */
    public ApproversToLink(Policy policy, UnlinkedApprovers unlinkedApprovers, Ticker ticker) {
        this.policy = policy;
        this.unlinkedApprovers = unlinkedApprovers;
        this.cache =
                Caffeine.newBuilder().ticker(ticker).expireAfterWrite(MAX_AGE).build();
    }

    /** Nobody where Slack or the provider does not tell. */
    Set<SlackUserId> find() {
        return cache.get(KEY, key -> look());
    }

    private Set<SlackUserId> look() {
        try {
            return unlinkedApprovers.find(policy.approvalRules());
        } catch (DirectoryUnavailableException | ProviderUnavailableException e) {
            LOG.warn("Approvers without a link not found: {}", e.getMessage());
            return Set.of();
        }
    }
}
