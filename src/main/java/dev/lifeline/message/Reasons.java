package dev.lifeline.message;

import dev.lifeline.access.Objection;
import dev.lifeline.access.Permission;
import dev.lifeline.device.Device;
import dev.lifeline.device.Obstacle;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Why not, and what to do next? Every refusal names both. */
public final class Reasons {

    private static final Span LINK = Words.command("link");

    private final Phrasebook phrasebook;
    private final Words words;
    private final Cases<Objection, Line> objections;

    public Reasons(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
        this.words = new Words(phrasebook);
        this.objections = objections();
    }

    /** A person may not. */
    public Line objection(Objection objection) {
        return objections.of(objection);
    }

    /** A machine stands in the way. */
    public Line obstacle(Obstacle obstacle, Device device) {
        Span name = Words.device(device);
        Span status = Words.command("status " + device.name().hostname());
        return Cases.<Obstacle, Line>of(Obstacle.class)
                .on(
                        Obstacle.OutstandingTransaction.class,
                        busy -> line(
                                "outstanding-transaction",
                                Map.of(
                                        "device",
                                        name,
                                        "step",
                                        new Span.Foreign(busy.transaction().wording()),
                                        "command",
                                        status)))
                .on(Obstacle.CoreOs.class, core -> line("core-os", Map.of()))
                .on(Obstacle.NotProvisioned.class, no -> line("not-provisioned", Map.of("device", name)))
                .on(Obstacle.Suspended.class, no -> line("suspended", Map.of("device", name)))
                .on(Obstacle.Paused.class, no -> line("paused", Map.of("device", name)))
                .on(Obstacle.NothingInstalled.class, no -> line("nothing-installed", Map.of("device", name)))
                .on(Obstacle.RemoteManagementOff.class, no -> line("remote-management-off", Map.of("device", name)))
                .on(Obstacle.NoCredentials.class, no -> line("no-credentials", Map.of("device", name)))
                .on(
                        Obstacle.NoRescueImage.class,
                        no -> line(
                                "no-rescue-image",
                                Map.of("image", new Span.Code(no.image()), "site", new Span.Foreign(no.site()))))
                .on(
                        Obstacle.SeveralRescueImages.class,
                        many -> line(
                                "several-rescue-images",
                                Map.of(
                                        "image", new Span.Code(many.image()),
                                        "choices", new Span.Foreign(String.join(", ", many.choices())))))
                .complete()
                .of(obstacle);
    }

    /** A machine stands in the way of a new request: nothing was done. */
    public Message refusing(Obstacle obstacle, Device device) {
        List<Span> spans = new ArrayList<>(obstacle(obstacle, device).spans());
        spans.add(new Span.Words(" "));
        spans.addAll(phrasebook.line("obstacle.nothing-done").spans());
        return Message.saying(new Line(spans));
    }

    /** A click or a command changed nothing. */
    public Message stayed(Stay stay, RescueRequest request) {
        Map<String, Span> slots = Map.of(
                "requester",
                new Span.Mention(request.plan().requester().person()),
                "device",
                Words.device(request.device()),
                "stage",
                new Span.Words(words.stage(request).plain()),
                "command",
                Words.command(request.device().name().hostname()),
                "link",
                Words.command("link"));
        return Message.saying(phrasebook.line("stay." + Words.lower(stay), slots));
    }

    /** The policy says no, whoever agrees. */
    public Message policyDenies(String rule, String because) {
        return Message.saying(phrasebook.line(
                "policy.denied", Map.of("rule", new Span.Foreign(rule), "because", new Span.Foreign(because))));
    }

    /** But for the requester, too few may approve. */
    public Message policyHasNobody(String rule, int quorum) {
        return Message.saying(phrasebook.line(
                "policy.nobody",
                Map.of("rule", new Span.Foreign(rule), "quorum", new Span.Words(Integer.toString(quorum)))));
    }

    /** What the policy means cannot be asked of Slack just now. */
    public Message policySilent() {
        return Message.saying(phrasebook.line("policy.silent"));
    }

    private Line line(String obstacle, Map<String, Span> slots) {
        return phrasebook.line("obstacle." + obstacle, slots);
    }

    private Cases<Objection, Line> objections() {
        return Cases.<Objection, Line>of(Objection.class)
                .on(Objection.NotServed.class, no -> said("not-served." + Words.lower(no.guise()), Map.of()))
                .on(Objection.NoEmail.class, no -> said("no-email", Map.of("command", LINK)))
                .on(
                        Objection.NoCloudUser.class,
                        no -> said("no-cloud-user", Map.of("email", new Span.Foreign(no.email()), "command", LINK)))
                .on(
                        Objection.SeveralCloudUsers.class,
                        no -> said(
                                "several-cloud-users", Map.of("email", new Span.Foreign(no.email()), "command", LINK)))
                .on(
                        Objection.NeedsLink.class,
                        no -> said("needs-link." + Words.lower(no.because()), Map.of("command", LINK)))
                .on(
                        Objection.LinkOutdated.class,
                        no -> said("link-outdated." + Words.lower(no.what()), Map.of("command", LINK)))
                .on(
                        Objection.NotServedHere.class,
                        no -> said("not-served-here", Map.of("place", new Span.Code(no.place()))))
                .on(Objection.CloudUserGone.class, no -> said("cloud-user-gone", Map.of()))
                .on(
                        Objection.NotActive.class,
                        no -> said(
                                "not-active",
                                Map.of(
                                        "username",
                                        new Span.Foreign(no.username()),
                                        "status",
                                        new Span.Words(no.wording()))))
                .on(
                        Objection.Lacks.class,
                        no -> said(
                                "lacks",
                                Map.of(
                                        "username", new Span.Foreign(no.username()),
                                        "permission",
                                                new Span.Strong(no.permission().portalName()))))
                .on(
                        Objection.Relinked.class,
                        no -> said("relinked", Map.of("username", new Span.Foreign(no.username()))))
                .on(
                        Objection.NoSuchDevice.class,
                        no -> no.typed().isEmpty()
                                ? said("no-such-device.unnamed", Map.of("command", Words.command("list")))
                                : said(
                                        "no-such-device",
                                        Map.of(
                                                "typed",
                                                Span.Foreign.typed(no.typed()),
                                                "command",
                                                Words.command("list"))))
                .on(Objection.CannotTell.class, no -> said("cannot-tell", Map.of()))
                .on(Objection.Oneself.class, no -> said("oneself", Map.of()))
                .on(Objection.CountsAsOwner.class, no -> said("counts-as-owner", user(no.username())))
                .on(Objection.NotBelow.class, no -> said("not-below", user(no.username())))
                .on(Objection.CannotPassOn.class, no -> said("cannot-pass-on", permission(no.permission())))
                .on(Objection.NotFromHere.class, no -> said("not-from-here", permission(no.permission())))
                .on(Objection.ReachesAll.class, no -> said("reaches-all", user(no.username())))
                .on(Objection.SubjectGone.class, no -> said("subject-gone", user(no.username())))
                .complete();
    }

    private static Map<String, Span> user(String username) {
        return Map.of("username", new Span.Foreign(username));
    }

    private static Map<String, Span> permission(Permission permission) {
        return Map.of("permission", new Span.Strong(permission.portalName()));
    }

    private Line said(String objection, Map<String, Span> slots) {
        return phrasebook.line("objection." + objection, slots);
    }
}
