package dev.lifeline.app;

import dev.lifeline.approval.DirectoryUnavailableException;
import dev.lifeline.approval.PolicyReview;
import dev.lifeline.approval.PolicyRules;
import dev.lifeline.approval.RuleReview;
import dev.lifeline.device.Devices;
import dev.lifeline.device.ProviderUnavailableException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what each rule of a policy matches, at the start and after each change of the file.
 *
 * @param background runs the review, which waits for Slack and the provider; the start does not
 */
record PolicyReviewLog(Devices devices, PolicyReview policyReview, Executor background)
        implements Consumer<PolicyRules> {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyReviewLog.class);

    @Override
    public void accept(PolicyRules policyRules) {
        background.execute(() -> log(policyRules));
    }

    private void log(PolicyRules policyRules) {
        try {
            LOG.info("What no rule of policy {} matches falls to {}", policyRules.version(), policyRules.otherwise());
            policyReview.review(policyRules, devices.search("")).forEach(PolicyReviewLog::log);
        } catch (DirectoryUnavailableException | ProviderUnavailableException away) {
            LOG.warn("What the policy's rules match could not be read: {}", away.getMessage());
        } catch (RuntimeException failed) {
            LOG.warn("What the policy's rules match could not be read", failed);
        }
    }

    private static void log(RuleReview ruleReview) {
        LOG.info("Policy rule {} {}", ruleReview.ruleName(), ruleReview.summary());
        ruleReview.warnings().forEach(warning -> LOG.warn("Policy rule {}: {}", ruleReview.ruleName(), warning));
    }
}
