package dev.lifeline.config;

import dev.lifeline.approval.Directory;
import dev.lifeline.approval.DirectorySilent;
import dev.lifeline.approval.Feasibility;
import dev.lifeline.approval.Policy;
import dev.lifeline.approval.Rules;
import dev.lifeline.approval.Ruling;
import dev.lifeline.approval.Wish;
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
    private volatile Edition edition;

    /** One reading of the file, good or not, and what is in force since. */
    private record Edition(FileTime changed, Rules inForce, List<String> problems) {}

    /**
     * Reads it for the first time.
     *
     * @throws PolicyUnusable listing every problem; also where a rule could never be satisfied by the people whom Slack knows
     */
    public PolicyFile(Path file, Directory directory) {
        this.file = file;
        this.directory = directory;
        FileTime changed = changed();
        this.edition = new Edition(changed, checked(), List.of());
        LOG.info(
                "The policy has {} rules, version {}",
                edition.inForce().all().size(),
                edition.inForce().version());
    }

    @Override
    public Ruling ruling(Wish wish) {
        return rules().on(wish, directory);
    }

    /** Of the edition in force; whether there is a newer one is looked at by who asks for a ruling, not at every tick. */
    @Override
    public Rules.Lingering remindInRescue() {
        return edition.inForce().remindInRescue();
    }

    /** What is in force now. */
    public Rules rules() {
        FileTime changed = changed();
        if (!changed.equals(edition.changed())) reread(changed);
        return edition.inForce();
    }

    /** What is wrong with the file as it stands; empty when it is what is in force. */
    public List<String> problems() {
        rules();
        return edition.problems();
    }

    private synchronized void reread(FileTime changed) {
        if (changed.equals(edition.changed())) return;
        try {
            edition = new Edition(changed, checked(), List.of());
            LOG.info("The policy was changed: version {}", edition.inForce().version());
        } catch (PolicyUnusable mistaken) {
            edition = new Edition(changed, edition.inForce(), mistaken.problems());
            LOG.error(
                    "The policy was changed and cannot be used; version {} stays in force. {}",
                    edition.inForce().version(),
                    mistaken.getMessage());
        }
    }

    private Rules checked() {
        Rules rules = read(file);
        List<String> problems = feasibility(rules);
        if (!problems.isEmpty()) throw new PolicyUnusable(problems);
        return rules;
    }

    /** Slack being away is no reason not to start: each request asks it again, and is refused where it does not answer. */
    private List<String> feasibility(Rules rules) {
        try {
            return new Feasibility(directory).problems(rules);
        } catch (DirectorySilent silent) {
            LOG.warn("Whether the policy's people exist could not be checked: {}", silent.getMessage());
            return List.of();
        }
    }

    /**
     * The rules in a file, without asking who the people in it are.
     *
     * @throws PolicyUnusable listing every problem
     */
    public static Rules read(Path file) {
        try {
            return PolicyReader.read(Files.readString(file));
        } catch (IOException unreadable) {
            throw new PolicyUnusable(List.of("LIFELINE_POLICY names " + file + ", which cannot be read"));
        }
    }

    private FileTime changed() {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
