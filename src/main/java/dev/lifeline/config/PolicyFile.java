package dev.lifeline.config;

import dev.lifeline.approval.ApproverAbility;
import dev.lifeline.approval.Directory;
import dev.lifeline.approval.DirectoryUnavailableException;
import dev.lifeline.approval.Policy;
import dev.lifeline.approval.PolicyDecision;
import dev.lifeline.approval.PolicyFeasibility;
import dev.lifeline.approval.PolicyInput;
import dev.lifeline.approval.PolicyRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What does the policy file say just now? Read again whenever it was changed; an edition with a mistake is refused, and the last good one
 * stays in force. Requests that are open keep what they began with.
 */
public final class PolicyFile implements Policy {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyFile.class);

    private final Path file;
    private final Directory directory;
    private final ApproverAbility ability;
    private volatile LoadedPolicy loaded;

    /** One reading of the file, good or not, and what is in force since. */
    private record LoadedPolicy(FileTime modifiedAt, PolicyRules activeRules, List<String> problems) {}

    /**
     * Reads it for the first time.
     *
     * @throws InvalidPolicyException listing every problem; also where a rule could never be satisfied by the people whom Slack knows
     */
    public PolicyFile(Path file, Directory directory, ApproverAbility ability) {
        this.file = file;
        this.directory = directory;
        this.ability = ability;
        FileTime changed = lastModified();
        this.loaded = new LoadedPolicy(changed, readChecked(), List.of());
        LOG.info(
                "The policy has {} rules, version {}",
                loaded.activeRules().rules().size(),
                loaded.activeRules().version());
    }

    @Override
    public PolicyDecision evaluate(PolicyInput policyInput) {
        return rules().evaluate(policyInput, directory);
    }

    /** Of the edition in force; whether there is a newer one is looked at by who asks for a ruling, not at every tick. */
    @Override
    public PolicyRules.InRescueReminder inRescueReminder() {
        return loaded.activeRules().inRescueReminder();
    }

    /** What is in force now. */
    public PolicyRules rules() {
        FileTime changed = lastModified();
        if (!changed.equals(loaded.modifiedAt())) reload(changed);
        return loaded.activeRules();
    }

    /** What is wrong with the file as it stands; empty when it is what is in force. */
    public List<String> problems() {
        rules();
        return loaded.problems();
    }

    private synchronized void reload(FileTime changed) {
        if (changed.equals(loaded.modifiedAt())) return;
        try {
            loaded = new LoadedPolicy(changed, readChecked(), List.of());
            LOG.info("The policy was changed: version {}", loaded.activeRules().version());
        } catch (InvalidPolicyException mistaken) {
            loaded = new LoadedPolicy(changed, loaded.activeRules(), mistaken.problems());
            LOG.error(
                    "The policy was changed and cannot be used; version {} stays in force. {}",
                    loaded.activeRules().version(),
                    mistaken.getMessage());
        }
    }

    private PolicyRules readChecked() {
        PolicyRules policyRules = read(file);
        List<String> problems = feasibilityProblems(policyRules);
        if (!problems.isEmpty()) throw new InvalidPolicyException(problems);
        warnOfShortages(policyRules);
        return policyRules;
    }

    /** People come and go while the file stays: what they cannot do now refuses requests and does not keep the bot from starting. */
    private void warnOfShortages(PolicyRules policyRules) {
        try {
            new PolicyFeasibility(directory)
                    .shortages(policyRules, ability)
                    .forEach(shortage -> LOG.warn("Too few people can approve: {}", shortage));
        } catch (DirectoryUnavailableException silent) {
            LOG.warn("Whether the policy's people can approve could not be checked: {}", silent.getMessage());
        }
    }

    /** Slack being away is no reason not to start: each request asks it again, and is refused where it does not answer. */
    private List<String> feasibilityProblems(PolicyRules policyRules) {
        try {
            return new PolicyFeasibility(directory).problems(policyRules);
        } catch (DirectoryUnavailableException silent) {
            LOG.warn("Whether the policy's people exist could not be checked: {}", silent.getMessage());
            return List.of();
        }
    }

    /**
     * The rules in a file, without asking who the people in it are.
     *
     * @throws InvalidPolicyException listing every problem
     */
    public static PolicyRules read(Path file) {
        try {
            return PolicyReader.read(Files.readString(file));
        } catch (IOException unreadable) {
            throw new InvalidPolicyException(List.of("LIFELINE_POLICY names " + file + ", which cannot be read"));
        }
    }

    private FileTime lastModified() {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
