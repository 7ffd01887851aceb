package dev.lifeline.message.reply;

import dev.lifeline.access.DenialReason;
import dev.lifeline.access.Permission;
import dev.lifeline.device.Device;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.SealedTypeMap;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.TransitionRejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Why not, and what to do next? Every refusal names both. */
public final class DenialMessages {

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

    /** A person may not. */
    public TextLine denial(DenialReason denialReason) {
        return denialLines.get(denialReason);
    }

    /** A machine stands in the way. */
    public TextLine preflightFailure(PreflightFailure preflightFailure, Device device) {
        TextRun name = CommonTerms.device(device);
        TextRun status = CommonTerms.slashCommand("status " + device.name().hostname());
        return SealedTypeMap.<PreflightFailure, TextLine>builder(PreflightFailure.class)
                .when(
                        PreflightFailure.OutstandingTransaction.class,
                        busy -> preflightLine(
                                "outstanding-transaction",
                                Map.of(
                                        "device",
                                        name,
                                        "step",
                                        new TextRun.UntrustedText(
                                                busy.transaction().displayName()),
                                        "command",
                                        status)))
                .when(PreflightFailure.CoreOs.class, core -> preflightLine("core-os", Map.of()))
                .when(
                        PreflightFailure.NotProvisioned.class,
                        no -> preflightLine("not-provisioned", Map.of("device", name)))
                .when(PreflightFailure.Suspended.class, no -> preflightLine("suspended", Map.of("device", name)))
                .when(PreflightFailure.Paused.class, no -> preflightLine("paused", Map.of("device", name)))
                .when(
                        PreflightFailure.NoOperatingSystem.class,
                        no -> preflightLine("nothing-installed", Map.of("device", name)))
                .when(
                        PreflightFailure.RemoteManagementDisabled.class,
                        no -> preflightLine("remote-management-off", Map.of("device", name)))
                .when(
                        PreflightFailure.NoCredentials.class,
                        no -> preflightLine("no-credentials", Map.of("device", name)))
                .when(
                        PreflightFailure.NoRescueImage.class,
                        no -> preflightLine(
                                "no-rescue-image",
                                Map.of(
                                        "image",
                                        new TextRun.Code(no.imageName()),
                                        "site",
                                        new TextRun.UntrustedText(no.datacenter()))))
                .when(
                        PreflightFailure.AmbiguousRescueImage.class,
                        many -> preflightLine(
                                "several-rescue-images",
                                Map.of(
                                        "image", new TextRun.Code(many.imageName()),
                                        "choices", new TextRun.UntrustedText(String.join(", ", many.candidates())))))
                .build()
                .get(preflightFailure);
    }

    /** A machine stands in the way of a new request: nothing was done. */
    public Message requestBlocked(PreflightFailure preflightFailure, Device device) {
        List<TextRun> textRuns =
                new ArrayList<>(preflightFailure(preflightFailure, device).runs());
        textRuns.add(new TextRun.Text(" "));
        textRuns.addAll(catalog.line("preflight.nothing-done").runs());
        return Message.of(new TextLine(textRuns));
    }

    /** A click or a command changed nothing. */
    public Message transitionRejected(TransitionRejection transitionRejection, RescueRequest request) {
        Map<String, TextRun> slots = Map.of(
                "requester",
                new TextRun.UserMention(request.plan().requester().slackUserId()),
                "device",
                CommonTerms.device(request.device()),
                "stage",
                new TextRun.Text(terms.stage(request).plainText()),
                "command",
                CommonTerms.slashCommand(request.device().name().hostname()),
                "link",
                CommonTerms.slashCommand("link"));
        return Message.of(catalog.line("rejected." + CommonTerms.key(transitionRejection), slots));
    }

    /** The policy says no, whoever agrees. */
    public Message policyDenied(String rule, String because) {
        return Message.of(catalog.line(
                "policy.denied",
                Map.of("rule", new TextRun.UntrustedText(rule), "because", new TextRun.UntrustedText(because))));
    }

    /** But for the requester, too few may approve. */
    public Message noEligibleApprovers(String rule, int quorum) {
        return Message.of(catalog.line(
                "policy.nobody",
                Map.of("rule", new TextRun.UntrustedText(rule), "quorum", new TextRun.Text(Integer.toString(quorum)))));
    }

    /** What the policy means cannot be asked of Slack just now. */
    public Message directoryUnavailable() {
        return Message.of(catalog.line("policy.silent"));
    }

    private TextLine preflightLine(String obstacle, Map<String, TextRun> slots) {
        return catalog.line("preflight." + obstacle, slots);
    }

    private SealedTypeMap<DenialReason, TextLine> denialLines() {
        return SealedTypeMap.<DenialReason, TextLine>builder(DenialReason.class)
                .when(
                        DenialReason.NotWorkspaceMember.class,
                        no -> denialLine("not-served." + CommonTerms.key(no.userKind()), Map.of()))
                .when(DenialReason.NoEmail.class, no -> denialLine("no-email", Map.of("command", LINK_COMMAND)))
                .when(
                        DenialReason.NoCloudUser.class,
                        no -> denialLine(
                                "no-cloud-user",
                                Map.of("email", new TextRun.UntrustedText(no.email()), "command", LINK_COMMAND)))
                .when(
                        DenialReason.AmbiguousCloudUser.class,
                        no -> denialLine(
                                "several-cloud-users",
                                Map.of("email", new TextRun.UntrustedText(no.email()), "command", LINK_COMMAND)))
                .when(
                        DenialReason.LinkRequired.class,
                        no -> denialLine("needs-link." + CommonTerms.key(no.reason()), Map.of("command", LINK_COMMAND)))
                .when(
                        DenialReason.LinkOutdated.class,
                        no -> denialLine(
                                "link-outdated." + CommonTerms.key(no.changedEmail()), Map.of("command", LINK_COMMAND)))
                .when(
                        DenialReason.ChannelNotServed.class,
                        no -> denialLine("not-served-here", Map.of("place", new TextRun.Code(no.channelId()))))
                .when(DenialReason.CloudUserGone.class, no -> denialLine("cloud-user-gone", Map.of()))
                .when(
                        DenialReason.CloudUserNotActive.class,
                        no -> denialLine(
                                "not-active",
                                Map.of(
                                        "username",
                                        new TextRun.UntrustedText(no.username()),
                                        "status",
                                        new TextRun.Text(no.statusLabel()))))
                .when(
                        DenialReason.MissingPermission.class,
                        no -> denialLine(
                                "lacks",
                                Map.of(
                                        "username", new TextRun.UntrustedText(no.username()),
                                        "permission",
                                                new TextRun.Bold(no.permission().portalName()))))
                .when(
                        DenialReason.Relinked.class,
                        no -> denialLine("relinked", Map.of("username", new TextRun.UntrustedText(no.username()))))
                .when(
                        DenialReason.DeviceNotFound.class,
                        no -> no.input().isEmpty()
                                ? denialLine(
                                        "no-such-device.unnamed", Map.of("command", CommonTerms.slashCommand("list")))
                                : denialLine(
                                        "no-such-device",
                                        Map.of(
                                                "typed",
                                                TextRun.UntrustedText.truncated(no.input()),
                                                "command",
                                                CommonTerms.slashCommand("list"))))
                .when(DenialReason.UpstreamUnavailable.class, no -> denialLine("cannot-tell", Map.of()))
                .when(DenialReason.SelfChange.class, no -> denialLine("oneself", Map.of()))
                .when(
                        DenialReason.TargetIsMasterUser.class,
                        no -> denialLine("counts-as-owner", usernameArgument(no.username())))
                .when(
                        DenialReason.TargetNotDescendant.class,
                        no -> denialLine("not-below", usernameArgument(no.username())))
                .when(
                        DenialReason.CannotDelegate.class,
                        no -> denialLine("cannot-pass-on", permissionArgument(no.permission())))
                .when(
                        DenialReason.PortalOnlyPermission.class,
                        no -> denialLine("not-from-here", permissionArgument(no.permission())))
                .when(
                        DenialReason.HasAllDevices.class,
                        no -> denialLine("reaches-all", usernameArgument(no.username())))
                .when(
                        DenialReason.TargetUserGone.class,
                        no -> denialLine("subject-gone", usernameArgument(no.username())))
                .build();
    }

    private static Map<String, TextRun> usernameArgument(String username) {
        return Map.of("username", new TextRun.UntrustedText(username));
    }

    private static Map<String, TextRun> permissionArgument(Permission permission) {
        return Map.of("permission", new TextRun.Bold(permission.portalName()));
    }

    private TextLine denialLine(String objection, Map<String, TextRun> slots) {
        return catalog.line("denied." + objection, slots);
    }
}
