package dev.lifeline.app.doctor;

import dev.lifeline.app.adapter.AdapterConfigs;
import dev.lifeline.approval.Directory;
import dev.lifeline.approval.DirectoryUnavailableException;
import dev.lifeline.config.Settings;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.slack.BotIdentity;
import dev.lifeline.slack.DirectoryLookup;
import dev.lifeline.slack.SlackUnusableException;
import dev.lifeline.slack.TokenCheck;
import dev.lifeline.slack.webapi.BotScope;
import dev.lifeline.slack.webapi.ScopedId;
import dev.lifeline.slack.webapi.SlackClientConfig;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks the tokens, their scopes, the signing secret and the served channels. */
final class SlackChecks {

    private static final String SUBJECT = "slack";
    private static final String SLACK_HOST = "slack.com";
    private static final String GRANT_SCOPES = "add it under \"OAuth & Permissions\" and install the app again";

    /** As Slack's pages show it; its length is not documented, so another one is only doubted. */
    private static final Pattern SIGNING_SECRET = Pattern.compile("[0-9a-f]{32}");

    private static final Pattern TOKEN = Pattern.compile("x(ox[a-z]|app)-.*");

    private final Settings settings;
    private final SlackClientConfig config;
    private final InstantSource clock;

    SlackChecks(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.config = AdapterConfigs.slackConfig(settings);
        this.clock = clock;
    }

    List<CheckResult> run() {
        List<CheckResult> results = new ArrayList<>();
        try {
            BotIdentity identity = TokenCheck.check(config, clock);
            results.addAll(checkScopes(identity));
            checkWorkspace(identity).ifPresent(results::add);
            TokenCheck.socketModeProblem(config, clock)
                    .map(problem -> CheckResult.wrong(SUBJECT, problem))
                    .ifPresent(results::add);
            results.addAll(checkChannels());
        } catch (SlackUnusableException e) {
            results.add(CheckResult.wrong(SUBJECT, String.valueOf(e.getMessage())));
        }
        settings.slack().signingSecret().flatMap(this::checkSecret).ifPresent(results::add);
        return results;
    }

    /** Passes where Slack does not return the scopes of the token. */
    private static List<CheckResult> checkScopes(BotIdentity identity) {
        String needed = identity.missingScopes().stream()
                .filter(scope -> !scope.isOptional())
                .map(BotScope::scopeName)
                .collect(Collectors.joining(", "));
        List<CheckResult> results = new ArrayList<>();
        results.add(
                needed.isEmpty()
                        ? CheckResult.ok(
                                SUBJECT,
                                "bot " + identity.botUserId() + " in workspace " + identity.teamName()
                                        + superfluousScopes(identity))
                        : CheckResult.wrong(SUBJECT, "the bot token lacks " + needed + ": " + GRANT_SCOPES));
        identity.missingScopes().stream()
                .filter(BotScope::isOptional)
                .map(scope -> CheckResult.warn(
                        SUBJECT,
                        "the bot token lacks " + scope.scopeName() + ", which may be left out: " + scope.lossWithout()
                                + "; to have it, " + GRANT_SCOPES))
                .forEach(results::add);
        return results;
    }

    /** With a token of another workspace the bot starts, and serves nobody whom it was made for. */
    private Optional<CheckResult> checkWorkspace(BotIdentity identity) {
        Set<String> served = settings.scope().teamIds();
        String workspace = identity.teamName() + " (" + identity.teamId() + ")";
        if (identity.orgWide()) return served.isEmpty() ? Optional.of(unnamedWorkspaces(workspace)) : Optional.empty();
        return served.isEmpty() || served.contains(identity.teamId())
                ? Optional.empty()
                : Optional.of(CheckResult.warn(
                        SUBJECT,
                        "the tokens are of workspace " + workspace
                                + ", which LIFELINE_WORKSPACES leaves out: add it, or take the tokens of another one"));
    }

    /** An organisation has many workspaces, and Slack tells at most one of them with the token. */
    private static CheckResult unnamedWorkspaces(String workspace) {
        return CheckResult.warn(
                SUBJECT,
                "the app is installed for a whole organisation and LIFELINE_WORKSPACES names no workspace, so nobody is served but "
                        + "people of " + workspace
                        + ": set it to the ids (T…) of all workspaces whose people are to be served");
    }

    /** Nothing that keeps the bot from working, but more than somebody who stole the token should get. */
    private static String superfluousScopes(BotIdentity identity) {
        Set<String> superfluous = identity.superfluousScopes();
        return superfluous.isEmpty()
                ? ""
                : "; the token holds " + String.join(", ", superfluous)
                        + " too, which the bot never uses and the app may drop";
    }

    private Optional<CheckResult> checkSecret(String secret) {
        if (TOKEN.matcher(secret).matches())
            return Optional.of(CheckResult.wrong(
                    "secret", "SLACK_SIGNING_SECRET is a token: copy the signing secret from \"Basic Information\""));
        boolean realSlack = String.valueOf(settings.slack().apiUrl().getHost()).endsWith(SLACK_HOST);
        return realSlack && !SIGNING_SECRET.matcher(secret).matches()
                ? Optional.of(CheckResult.warn(
                        "secret",
                        "SLACK_SIGNING_SECRET does not look like one (32 digits and letters a to f): copy it again from "
                                + "\"Basic Information\""))
                : Optional.empty();
    }

    private List<CheckResult> checkChannels() {
        Set<String> served = settings.scope().channelIds().stream()
                .filter(id -> ScopedId.workspace(id).equals(ScopedId.HOME))
                .collect(Collectors.toSet());
        if (served.isEmpty()) return List.of();
        try {
            return DirectoryLookup.lookUp(config, clock, directory -> checkChannels(new TreeSet<>(served), directory));
        } catch (DirectoryUnavailableException e) {
            return List.of(CheckResult.warn("channels", "LIFELINE_CHANNELS cannot be checked: " + e.getMessage()));
        }
    }

    private static List<CheckResult> checkChannels(Set<String> served, Directory directory) {
        Map<ChannelId, String> joined = directory.joinedChannels();
        return served.stream()
                .map(ChannelId::new)
                .filter(channel -> !joined.containsKey(channel))
                .map(channel ->
                        CheckResult.wrong("channels", channelProblem(channel, directory.findChannelName(channel))))
                .toList();
    }

    private static String channelProblem(ChannelId channel, Optional<String> name) {
        return name.map(known -> "the bot is not in #" + known + " (" + channel
                        + ") of LIFELINE_CHANNELS, or it is archived: type "
                        + "/invite @Lifeline there, or leave it out")
                .orElseGet(() -> channel
                        + " of LIFELINE_CHANNELS does not exist, or is private and the bot is not in it: correct "
                        + "the id, or invite the bot");
    }
}
