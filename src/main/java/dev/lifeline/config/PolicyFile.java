package dev.lifeline.config;

import dev.lifeline.approval.ApproverAbility;
import dev.lifeline.approval.Directory;
import dev.lifeline.approval.DirectoryUnavailableException;
import dev.lifeline.approval.Policy;
import dev.lifeline.approval.PolicyDecision;
import dev.lifeline.approval.PolicyFeasibility;
import dev.lifeline.approval.PolicyInput;
import dev.lifeline.approval.PolicyRules;
import dev.lifeline.rescue.PolicyRequirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policy of a YAML file. The file is read again when it was modified; an invalid version is logged and the last valid one stays in
 * force. Open requests keep the requirements that they were created with. Thread-safe.
 */
public final class PolicyFile implements Policy {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyFile.class);

    private final Path file;
    private final Directory directory;
    private final ApproverAbility ability;
    private final Consumer<PolicyRules> editionListener;
    private volatile @Nullable LoadedPolicy loaded;

    /** The state after one reading of the file, valid or not. */
    private record LoadedPolicy(FileTime modifiedAt, PolicyRules activeRules) {}

    /**
     * Does no I/O; {@link #load} comes before the first use.
     *
     * @param editionListener is given each edition as it comes into force, the first one included; must not block
     */
    public PolicyFile(Path file, Directory directory, ApproverAbility ability, Consumer<PolicyRules> editionListener) {
        this.file = file;
        this.directory = directory;
        this.ability = ability;
        this.editionListener = editionListener;
    }

    /**
     * Reads the file for the first time; blocks for the directory look-ups that check it.
     *
     * @throws InvalidPolicyException listing every problem; also where a rule could never be satisfied by the users whom Slack knows
     */
    public synchronized void load() {
        FileTime modifiedAt = lastModified();
        PolicyRules rules = readChecked();
        loaded = new LoadedPolicy(modifiedAt, rules);
        LOG.info(
                "Policy loaded, version {}, {} rules",
                rules.version(),
                rules.rules().size());
        editionListener.accept(rules);
    }

    private LoadedPolicy loaded() {
        LoadedPolicy current = loaded;
        if (current == null) throw new IllegalStateException("the policy file was not loaded");
        return current;
    }

    @Override
    public PolicyDecision evaluate(PolicyInput policyInput) {
        return rules().evaluate(policyInput, directory);
    }

    /** From the version in force, as a Home tab shows it. */
    @Override
    public List<PolicyRequirements> approvalRules() {
        return loaded().activeRules().approvalRules();
    }

    /** From the version in force, without a look at the file: this is read at every poll. */
    @Override
    public PolicyRules.InRescueReminder inRescueReminder() {
        return loaded().activeRules().inRescueReminder();
    }

    /** The rules in force, read again if the file was modified. */
    public PolicyRules rules() {
        FileTime modifiedAt = lastModified();
        if (!modifiedAt.equals(loaded().modifiedAt())) reload(modifiedAt);
        return loaded().activeRules();
    }

    private synchronized void reload(FileTime modifiedAt) {
        LoadedPolicy before = loaded();
        if (modifiedAt.equals(before.modifiedAt())) return;
        try {
            PolicyRules rules = readChecked();
            loaded = new LoadedPolicy(modifiedAt, rules);
            LOG.info(
                    "Policy changed, version {}, {} rules",
                    rules.version(),
                    rules.rules().size());
            editionListener.accept(rules);
        } catch (InvalidPolicyException e) {
            loaded = new LoadedPolicy(modifiedAt, before.activeRules());
            LOG.error(
                    "Policy changed and is invalid, version {} stays in force: {}",
                    before.activeRules().version(),
                    e.getMessage());
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

    /** Without an answer of Slack the check is skipped: each request looks the users up again, and is refused where that fails. */
    private List<String> feasibilityProblems(PolicyRules policyRules) {
        try {
            return new PolicyFeasibility(directory).problems(policyRules);
        } catch (DirectoryUnavailableException e) {
            LOG.warn("Slack directory unavailable, users of the policy not checked: {}", e.getMessage());
            return List.of();
        }
    }

    /**
     * Reads the rules of a file without looking up the users that it names.
     *
     * @throws InvalidPolicyException listing every problem
     */
    public static PolicyRules read(Path file) {
        try {
            return PolicyReader.read(Files.readString(file));
        } catch (IOException e) {
            throw new InvalidPolicyException(List.of("LIFELINE_POLICY names " + file + ", which cannot be read"));
        }
    }

    private FileTime lastModified() {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
