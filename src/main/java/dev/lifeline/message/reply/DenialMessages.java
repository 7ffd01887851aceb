package dev.lifeline.message.reply;

import dev.lifeline.access.DenialReason;
import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.VotingLinkRules.LinkObjection;
import dev.lifeline.device.Device;
import dev.lifeline.device.Outage;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.SealedTypeMap;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.TransitionRejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Denials. Every one gives the reason and the next thing to do. */
public final class DenialMessages {

    /** A message names no more people than this. */
    private static final int MAX_OBSTACLES = 20;

    private static final TextRun LINK_COMMAND = CommonTerms.slashCommand("link");

    private final MessageCatalog catalog;
    private final CommonTerms terms;
    private final SealedTypeMap<DenialReason, TextLine> denialLines;

    /** The messages in the language of a locale; English where the catalogue lacks a phrase. */
    public static DenialMessages in(Locale locale) {
        return new DenialMessages(MessageCatalog.forLocale(locale));
    }

    /** Creates the messages from a catalogue that another message class uses too. */
    public DenialMessages(MessageCatalog catalog) {
        this.catalog = catalog;
        this.terms = new CommonTerms(catalog);
        this.denialLines = denialLines();
    }

    /** A denial by the access rules. */
    public TextLine denial(DenialReason denialReason) {
        return denialLines.get(denialReason);
    }

    /** A preflight failure, without a word on what follows from it. */
    public TextLine preflightFailure(PreflightFailure preflightFailure, Device device) {
        TextRun name = CommonTerms.device(device);
        TextRun status = CommonTerms.slashCommand("status " + device.typedName());
        return SealedTypeMap.<PreflightFailure, TextLine>builder(PreflightFailure.class)
                .when(
                        PreflightFailure.OutstandingTransaction.class,
                        failure -> preflightLine(
                                "outstanding-transaction",
                                Map.of(
                                        "device",
                                        name,
                                        "step",
                                        terms.internal(new TextRun.UntrustedText(
                                                failure.transaction().displayName())),
                                        "command",
                                        status)))
                .when(PreflightFailure.CoreOs.class, failure -> terms.internal(preflightLine("core-os", Map.of())))
                .when(
                        PreflightFailure.NotProvisioned.class,
                        failure -> preflightLine("not-provisioned", Map.of("device", name)))
                .when(PreflightFailure.Suspended.class, failure -> preflightLine("suspended", Map.of("device", name)))
                .when(PreflightFailure.Paused.class, failure -> preflightLine("paused", Map.of("device", name)))
                .when(
                        PreflightFailure.NoOperatingSystem.class,
                        failure -> terms.internal(preflightLine("nothing-installed", Map.of("device", name))))
                .when(
                        PreflightFailure.RemoteManagementDisabled.class,
                        failure -> preflightLine("remote-management-off", Map.of("device", name)))
                .when(
                        PreflightFailure.NoCredentials.class,
                        failure -> preflightLine("no-credentials", Map.of("device", name)))
                .when(
                        PreflightFailure.Renamed.class,
                        failure -> preflightLine(
                                "renamed",
                                Map.of(
                                        "device",
                                        name,
                                        "now",
                                        new TextRun.UntrustedText(
                                                failure.presentName().fqdn()))))
                .when(
                        PreflightFailure.NoRescueImage.class,
                        failure -> preflightLine(
                                "no-rescue-image",
                                Map.of(
                                        "image",
                                        terms.internal(new TextRun.Code(failure.imageName())),
                                        "site",
                                        terms.internal(new TextRun.UntrustedText(failure.datacenter())))))
                .when(
                        PreflightFailure.AmbiguousRescueImage.class,
                        failure -> preflightLine(
                                "several-rescue-images",
                                Map.of(
                                        "image",
                                        terms.internal(new TextRun.Code(failure.imageName())),
                                        "choices",
                                        terms.internal(
                                                new TextRun.UntrustedText(String.join(", ", failure.candidates()))))))
                .build()
                .get(preflightFailure);
    }

    /** A preflight failure that keeps a request from being opened. */
    public Message requestBlocked(PreflightFailure preflightFailure, Device device) {
        List<TextRun> textRuns =
                new ArrayList<>(preflightFailure(preflightFailure, device).runs());
        textRuns.add(new TextRun.Text(" "));
        textRuns.addAll(catalog.line("preflight.nothing-done").runs());
        return Message.of(new TextLine(textRuns));
    }

    /** A click or command that changed nothing. */
    public Message transitionRejected(TransitionRejection transitionRejection, RescueRequest request) {
        Map<String, TextRun> arguments = Map.of(
                "requester",
                new TextRun.UserMention(request.plan().requester().slackUserId()),
                "responsible",
                new TextRun.UserMention(request.responsible().slackUserId()),
                "device",
                CommonTerms.device(request.device()),
                "stage",
                new TextRun.Text(terms.stage(request).plainText()),
                "command",
                CommonTerms.slashCommand(request.device().typedName()),
                "link",
                CommonTerms.slashCommand("link"));
        return Message.of(catalog.line("rejected." + CommonTerms.key(transitionRejection), arguments));
    }

    /** To somebody whose link gives no vote on this request: who made it, when, and what to do. */
    public Message linkGivesNoVote(LinkObjection linkObjection, RescueRequest request) {
        return Message.of(catalog.line(
                "rejected.link." + CommonTerms.key(linkObjection.objection()),
                Map.of(
                        "requester",
                                new TextRun.UserMention(
                                        request.plan().requester().slackUserId()),
                        "by", new TextRun.UserMention(linkObjection.origin().linkedBy()),
                        "at", new TextRun.Timestamp(linkObjection.origin().linkedAt()),
                        "link", LINK_COMMAND)));
    }

    /** A denial by a rule of the policy. */
    public Message policyDenied(String rule, String reason, Optional<String> alternative) {
        Message denied = Message.of(catalog.line(
                "policy.denied",
                Map.of("rule", new TextRun.UntrustedText(rule), "because", new TextRun.UntrustedText(reason))));
        return withAlternative(denied, alternative);
    }

    private Message withAlternative(Message message, Optional<String> alternative) {
        return alternative
                .map(way -> message.withBlock(new MessageBlock.Paragraph(
                        catalog.line("policy.instead", Map.of("way", new TextRun.UntrustedText(way))))))
                .orElse(message);
    }

    /** A denial because no rule of the policy matches, and it denies what none matches. */
    public Message noPolicyRuleMatches() {
        return Message.of(catalog.line("policy.unmatched"));
    }

    /**
     * A denial because fewer people than the quorum can approve, not counting the requester: who cannot and why, and who can
     * help.
     *
     * @param able number of people who can approve
     * @param obstacles why each of the others cannot
     * @param contacts user managers who can help; empty where none is known
     */
    public Message noEligibleApprovers(
            PolicyRequirements requirements,
            int able,
            Map<SlackUserId, DenialReason> obstacles,
            List<SlackUserId> contacts) {
        TextLine headline = catalog.line(
                "policy.nobody",
                Map.of(
                        "rule", new TextRun.UntrustedText(requirements.ruleName()),
                        "quorum", new TextRun.Text(Integer.toString(requirements.quorum())),
                        "able", new TextRun.Text(Integer.toString(able))));
        if (obstacles.isEmpty()) return withAlternative(Message.of(headline), requirements.alternative());
        List<TextLine> rows = obstacles.entrySet().stream()
                .limit(MAX_OBSTACLES)
                .map(obstacle -> obstacleLine(obstacle.getKey(), obstacle.getValue()))
                .toList();
        List<MessageBlock> blocks = new ArrayList<>(List.of(new MessageBlock.BulletList(rows)));
        if (!contacts.isEmpty()) blocks.add(new MessageBlock.Paragraph(contactLine(contacts)));
        return withAlternative(new Message(headline, false, blocks), requirements.alternative());
    }

    private TextLine obstacleLine(SlackUserId person, DenialReason reason) {
        String key = "policy.unable." + obstacleKey(reason);
        return catalog.line(key, Map.of("person", new TextRun.UserMention(person)));
    }

    private static String obstacleKey(DenialReason reason) {
        if (reason instanceof DenialReason.NotWorkspaceMember notMember)
            return notMember.userKind() == SlackUser.UserKind.DEACTIVATED ? "deactivated" : "not-member";
        if (reason instanceof DenialReason.CloudUserNotActive || reason instanceof DenialReason.CloudUserGone)
            return "disabled";
        return reason instanceof DenialReason.MissingPermission || reason instanceof DenialReason.DeviceNotFound
                ? "not-permitted"
                : "no-cloud-user";
    }

    private TextLine contactLine(List<SlackUserId> contacts) {
        List<TextRun> textRuns = new ArrayList<>(catalog.line("access.who-can").runs());
        contacts.forEach(contact -> textRuns.addAll(List.of(new TextRun.Text(" "), new TextRun.UserMention(contact))));
        return new TextLine(textRuns);
    }

    /** The approvers cannot be read from Slack now. */
    public Message directoryUnavailable(Outage outage) {
        return Message.of(catalog.line("policy.silent." + CommonTerms.key(outage)));
    }

    private TextLine preflightLine(String key, Map<String, TextRun> arguments) {
        return catalog.line("preflight." + key, arguments);
    }

    private SealedTypeMap<DenialReason, TextLine> denialLines() {
        return SealedTypeMap.<DenialReason, TextLine>builder(DenialReason.class)
                .when(
                        DenialReason.NotWorkspaceMember.class,
                        reason -> denialLine("not-served." + CommonTerms.key(reason.userKind()), Map.of()))
                .when(
                        DenialReason.NoEmail.class,
                        reason -> denialLine(
                                "no-email." + CommonTerms.key(reason.absence()), Map.of("command", LINK_COMMAND)))
                .when(
                        DenialReason.EmailNotComparable.class,
                        reason -> denialLine(
                                "email-not-comparable." + CommonTerms.key(reason.absence()),
                                Map.of("command", LINK_COMMAND)))
                .when(
                        DenialReason.NoCloudUser.class,
                        reason -> denialLine(
                                "no-cloud-user",
                                Map.of("email", new TextRun.UntrustedText(reason.email()), "command", LINK_COMMAND)))
                .when(
                        DenialReason.AmbiguousCloudUser.class,
                        reason -> denialLine(
                                "several-cloud-users",
                                Map.of("email", new TextRun.UntrustedText(reason.email()), "command", LINK_COMMAND)))
                .when(
                        DenialReason.LinkRequired.class,
                        reason -> denialLine(
                                "needs-link." + CommonTerms.key(reason.reason()), Map.of("command", LINK_COMMAND)))
                .when(
                        DenialReason.LinkOutdated.class,
                        reason -> denialLine(
                                "link-outdated." + CommonTerms.key(reason.changedEmail()),
                                Map.of("command", LINK_COMMAND)))
                .when(
                        DenialReason.ChannelNotServed.class,
                        reason -> denialLine("not-served-here", Map.of("place", new TextRun.Code(reason.channelId()))))
                .when(DenialReason.CloudUserGone.class, reason -> denialLine("cloud-user-gone", Map.of()))
                .when(
                        DenialReason.CloudUserNotActive.class,
                        reason -> denialLine(
                                "not-active",
                                Map.of(
                                        "username",
                                        new TextRun.UntrustedText(reason.username()),
                                        "status",
                                        new TextRun.Text(
                                                catalog.text("user-status." + CommonTerms.key(reason.status()))))))
                .when(
                        DenialReason.MissingPermission.class,
                        reason -> denialLine(
                                "lacks",
                                Map.of(
                                        "username", new TextRun.UntrustedText(reason.username()),
                                        "permission",
                                                new TextRun.Bold(
                                                        reason.permission().portalName()))))
                .when(
                        DenialReason.Relinked.class,
                        reason -> denialLine(
                                "relinked", Map.of("username", new TextRun.UntrustedText(reason.username()))))
                .when(
                        DenialReason.DeviceNotFound.class,
                        reason -> reason.input().isEmpty()
                                ? denialLine(
                                        "no-such-device.unnamed", Map.of("command", CommonTerms.slashCommand("list")))
                                : denialLine(
                                        "no-such-device",
                                        Map.of(
                                                "typed",
                                                TextRun.UntrustedText.truncated(reason.input()),
                                                "command",
                                                CommonTerms.slashCommand("list"))))
                .when(
                        DenialReason.UpstreamUnavailable.class,
                        reason -> denialLine("cannot-tell." + CommonTerms.key(reason.outage()), Map.of()))
                .when(DenialReason.SelfChange.class, reason -> denialLine("oneself", Map.of()))
                .when(
                        DenialReason.TargetIsMasterUser.class,
                        reason -> denialLine("counts-as-owner", usernameArgument(reason.username())))
                .when(
                        DenialReason.TargetNotDescendant.class,
                        reason -> denialLine("not-below", usernameArgument(reason.username())))
                .when(
                        DenialReason.CannotDelegate.class,
                        reason -> denialLine("cannot-pass-on", permissionArgument(reason.permission())))
                .when(
                        DenialReason.PortalOnlyPermission.class,
                        reason -> denialLine("not-from-here", permissionArgument(reason.permission())))
                .when(
                        DenialReason.HasAllDevices.class,
                        reason -> denialLine("reaches-all", usernameArgument(reason.username())))
                .when(
                        DenialReason.TargetUserGone.class,
                        reason -> denialLine("subject-gone", usernameArgument(reason.username())))
                .build();
    }

    private static Map<String, TextRun> usernameArgument(String username) {
        return Map.of("username", new TextRun.UntrustedText(username));
    }

    private static Map<String, TextRun> permissionArgument(Permission permission) {
        return Map.of("permission", new TextRun.Bold(permission.portalName()));
    }

    private TextLine denialLine(String key, Map<String, TextRun> arguments) {
        return catalog.line("denied." + key, arguments);
    }
}
