package dev.lifeline.message.reply;

import dev.lifeline.access.AccessChange.Direction;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.Entitlement;
import dev.lifeline.access.PendingAccessChange;
import dev.lifeline.access.Permission;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceType;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Button;
import dev.lifeline.message.model.Button.Style;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageBlock.BulletList;
import dev.lifeline.message.model.MessageBlock.Buttons;
import dev.lifeline.message.model.MessageBlock.Paragraph;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reply to {@code /rescue access}: what a user has and lacks, with buttons for what the reader could change. */
final class AccessOverviewMessages {

    private final MessageCatalog catalog;
    private final DenialMessages denials;

    AccessOverviewMessages(MessageCatalog catalog) {
        this.catalog = catalog;
        this.denials = new DenialMessages(catalog);
    }

    Message render(AccessOverview overview) {
        List<MessageBlock> messageBlocks = new ArrayList<>();
        if (overview.cloudUser().status() != CloudUser.Status.ACTIVE)
            messageBlocks.add(inactiveNotice(overview.cloudUser()));
        messageBlocks.add(
                overview.cloudUser().masterLike()
                        ? new Paragraph(catalog.line("access.panel.owner"))
                        : new BulletList(entitlementLines(overview)));
        overview.denialReasons()
                .forEach(denialReason -> messageBlocks.add(new MessageBlock.Context(denials.denial(denialReason))));
        if (!overview.pendingChanges().isEmpty())
            messageBlocks.add(new Buttons(
                    overview.pendingChanges().stream().map(this::button).toList()));
        Map<String, TextRun> arguments = Map.of(
                "person", new TextRun.UserMention(overview.slackUser()),
                "username", new TextRun.UntrustedText(overview.cloudUser().label()));
        return new Message(catalog.line("access.panel.title", arguments), false, messageBlocks);
    }

    private MessageBlock inactiveNotice(CloudUser user) {
        TextRun status = new TextRun.Text(catalog.text("user-status." + CommonTerms.key(user.status())));
        return new Paragraph(catalog.line("access.panel.not-active", Map.of("status", status)));
    }

    private List<TextLine> entitlementLines(AccessOverview overview) {
        Stream<TextLine> permissions =
                Arrays.stream(Permission.values()).map(permission -> permissionLine(overview.cloudUser(), permission));
        TextLine devices = overview.device()
                .map(device -> deviceAccessLine(overview.cloudUser(), device))
                .orElseGet(() -> deviceAccessSummary("access.panel", overview.cloudUser()));
        return Stream.concat(permissions, Stream.of(devices)).toList();
    }

    private TextLine permissionLine(CloudUser user, Permission permission) {
        String key = user.hasPermission(permission) ? "access.panel.has" : "access.panel.lacks";
        return catalog.line(key, permissionArguments(permission));
    }

    private TextLine deviceAccessLine(CloudUser user, Device device) {
        String key = user.hasAccessTo(device.id()) ? "access.panel.reaches" : "access.panel.reaches-not";
        return catalog.line(key, Map.of("device", CommonTerms.device(device)));
    }

    /** The device access of the reader. */
    TextLine deviceAccessSummary(CloudUser user) {
        return deviceAccessSummary("answer.whoami", user);
    }

    private TextLine deviceAccessSummary(String keyPrefix, CloudUser user) {
        String kinds = DeviceType.ofProvider().stream()
                .filter(user.deviceAccess()::includesAll)
                .map(deviceType -> catalog.text("device-type." + CommonTerms.key(deviceType)))
                .collect(Collectors.joining(", "));
        if (!kinds.isEmpty()) return catalog.line(keyPrefix + ".devices.all", Map.of("kinds", new TextRun.Text(kinds)));
        return catalog.line(
                keyPrefix + ".devices.some",
                user.deviceAccess().deviceIds().size(),
                Map.of("command", CommonTerms.slashCommand("list")));
    }

    /** The name of a permission, and the purpose that it is needed for. */
    Map<String, TextRun> permissionArguments(Permission permission) {
        return Map.of(
                "permission", new TextRun.Bold(permission.portalName()),
                "purpose", new TextRun.Text(catalog.text("purpose." + purpose(permission))));
    }

    private static String purpose(Permission permission) {
        return switch (permission) {
            case SERVER_RELOAD -> "launch";
            case REMOTE_MANAGEMENT -> "return";
            case VIRTUAL_GUEST_VIEW -> "see.guests";
            case HARDWARE_VIEW -> "see.hardware";
            case VIEW_CUSTOMER_SOFTWARE_PASSWORD -> "reveal";
            case USER_MANAGE -> "manage";
        };
    }

    /** The name of a permission at the provider's portal, or of access to a device. */
    TextRun entitlement(Entitlement entitlement) {
        if (entitlement instanceof Entitlement.PermissionEntitlement permissionEntitlement)
            return new TextRun.Bold(permissionEntitlement.permission().portalName());
        TextRun name = new TextRun.UntrustedText(((Entitlement.DeviceEntitlement) entitlement).deviceName());
        return new TextRun.UntrustedText(
                catalog.line("access.right.device", Map.of("device", name)).plainText());
    }

    private Button button(PendingAccessChange pendingAccessChange) {
        String direction = CommonTerms.key(pendingAccessChange.accessChange().direction());
        Map<String, TextRun> arguments = Map.of(
                "right",
                entitlement(pendingAccessChange.accessChange().entitlement()),
                "username",
                new TextRun.UntrustedText(pendingAccessChange.accessChange().username()));
        boolean grant = pendingAccessChange.accessChange().direction() == Direction.GRANT;
        return Button.of(
                        grant ? Action.GRANT : Action.REVOKE,
                        catalog.line("access.button." + direction, arguments).plainText(),
                        pendingAccessChange.id().value(),
                        grant ? Style.DEFAULT : Style.DANGER)
                .withConfirmDialog(new Button.ConfirmDialog(
                        catalog.text("access.question." + direction + ".title"),
                        catalog.line("access.question." + direction + ".text", arguments)
                                .plainText(),
                        catalog.text("access.question." + direction + ".yes"),
                        catalog.text("access.question.no")));
    }
}
