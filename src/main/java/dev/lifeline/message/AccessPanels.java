package dev.lifeline.message;

import dev.lifeline.access.Change.Way;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.Offer;
import dev.lifeline.access.Permission;
import dev.lifeline.access.Right;
import dev.lifeline.device.Device;
import dev.lifeline.device.Kind;
import dev.lifeline.message.Choice.Weight;
import dev.lifeline.message.Part.Bullets;
import dev.lifeline.message.Part.Choices;
import dev.lifeline.message.Part.Paragraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What has somebody, what do they lack, and what of it can the reader change? */
final class AccessPanels {

    private final Phrasebook phrasebook;
    private final Reasons reasons;

    AccessPanels(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
        this.reasons = new Reasons(phrasebook);
    }

    Message of(AccessPanel panel) {
        List<Part> parts = new ArrayList<>();
        if (panel.user().status() != CloudUser.Status.ACTIVE) parts.add(inactive(panel.user()));
        parts.add(
                panel.user().masterLike()
                        ? new Paragraph(phrasebook.line("access.panel.owner"))
                        : new Bullets(standing(panel)));
        panel.against().forEach(objection -> parts.add(new Part.Note(reasons.objection(objection))));
        if (!panel.offers().isEmpty())
            parts.add(new Choices(panel.offers().stream().map(this::choice).toList()));
        Map<String, Span> slots = Map.of(
                "person", new Span.Mention(panel.person()),
                "username", new Span.Foreign(panel.user().username()));
        return new Message(phrasebook.line("access.panel.title", slots), false, parts);
    }

    private Part inactive(CloudUser user) {
        Span status = new Span.Words(Words.lower(user.status()).replace('_', ' '));
        return new Paragraph(phrasebook.line("access.panel.not-active", Map.of("status", status)));
    }

    private List<Line> standing(AccessPanel panel) {
        Stream<Line> permissions =
                Arrays.stream(Permission.values()).map(permission -> permission(panel.user(), permission));
        Line devices = panel.device()
                .map(device -> reaches(panel.user(), device))
                .orElseGet(() -> devices("access.panel", panel.user()));
        return Stream.concat(permissions, Stream.of(devices)).toList();
    }

    private Line permission(CloudUser user, Permission permission) {
        String key = user.holds(permission) ? "access.panel.has" : "access.panel.lacks";
        return phrasebook.line(key, needed(permission));
    }

    private Line reaches(CloudUser user, Device device) {
        String key = user.reaches(device.id()) ? "access.panel.reaches" : "access.panel.reaches-not";
        return phrasebook.line(key, Map.of("device", Words.device(device)));
    }

    /** Which devices they reach, to themselves. */
    Line devices(CloudUser user) {
        return devices("answer.whoami", user);
    }

    private Line devices(String whose, CloudUser user) {
        String kinds = Arrays.stream(Kind.values())
                .filter(user.access()::includesAll)
                .map(kind -> phrasebook.words("kind." + Words.lower(kind)))
                .collect(Collectors.joining(", "));
        if (!kinds.isEmpty()) return phrasebook.line(whose + ".devices.all", Map.of("kinds", new Span.Words(kinds)));
        Span count = new Span.Words(Integer.toString(user.access().devices().size()));
        return phrasebook.line(whose + ".devices.some", Map.of("count", count, "command", Words.command("list")));
    }

    /** A permission, and what it is needed for. */
    Map<String, Span> needed(Permission permission) {
        return Map.of(
                "permission", new Span.Strong(permission.portalName()),
                "purpose", new Span.Words(phrasebook.words("purpose." + purpose(permission))));
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

    /** What is granted or revoked: a permission's name at the portal, or access to a device. */
    Span right(Right right) {
        if (right instanceof Right.ToDo toDo)
            return new Span.Strong(toDo.permission().portalName());
        Span name = new Span.Foreign(((Right.ToReach) right).name());
        return new Span.Foreign(
                phrasebook.line("access.right.device", Map.of("device", name)).plain());
    }

    private Choice choice(Offer offer) {
        String way = Words.lower(offer.change().way());
        Map<String, Span> slots = Map.of(
                "right",
                right(offer.change().right()),
                "username",
                new Span.Foreign(offer.change().username()));
        boolean grant = offer.change().way() == Way.GRANT;
        return Choice.of(
                        grant ? Action.GRANT : Action.REVOKE,
                        phrasebook.line("access.button." + way, slots).plain(),
                        offer.id().value(),
                        grant ? Weight.PLAIN : Weight.DANGER)
                .asking(new Choice.Question(
                        phrasebook.words("access.question." + way + ".title"),
                        phrasebook
                                .line("access.question." + way + ".text", slots)
                                .plain(),
                        phrasebook.words("access.question." + way + ".yes"),
                        phrasebook.words("access.question.no")));
    }
}
