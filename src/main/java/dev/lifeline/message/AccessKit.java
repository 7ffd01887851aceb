package dev.lifeline.message;

import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.device.Ports;
import dev.lifeline.message.Choice.Weight;
import dev.lifeline.message.Part.Fact;
import dev.lifeline.message.Part.Facts;
import dev.lifeline.message.Part.Note;
import dev.lifeline.message.Part.Paragraph;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.InRescue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How does one person get in to a device in rescue, to its disks, and out again? All that there is to know, but for the password. */
public final class AccessKit {

    private final Phrasebook phrasebook;
    private final MountRecipe recipe;

    public AccessKit(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
        this.recipe = new MountRecipe(phrasebook);
    }

    /**
     * The kit of a device that is enterable.
     *
     * @param login the user name on record, where there is one
     * @param noPassword why this person would not get the password; empty where they would
     */
    public Message of(RescueRequest request, Optional<String> login, Ports ports, Optional<Line> noPassword) {
        CommandLine command = new CommandLine(request.plan(), login, ports);
        List<Part> parts = new ArrayList<>();
        if (request.stage() instanceof Booting) parts.add(new Paragraph(phrasebook.line("access-kit.booting")));
        parts.add(facts(request, login));
        if (mayBeLinux(request)) addLinux(parts, request, command);
        if (mayBeWindows(request)) addWindows(parts, command);
        parts.add(new Paragraph(phrasebook.line("access-kit.done")));
        parts.add(new Note(noPassword.orElseGet(() -> phrasebook.line("access-kit.password"))));
        parts.add(new Part.Choices(List.of(Choice.of(
                Action.REVEAL_PASSWORD,
                phrasebook.words("button.reveal-password"),
                request.id().value(),
                Weight.PLAIN))));
        return Message.headed(about("access-kit.title", request), parts);
    }

    /** There is nothing to get in to. */
    public Message notEnterable(RescueRequest request) {
        return Message.saying(about("access-kit.not-enterable", request));
    }

    /** The rescue system goes by the installed one; where there was none, only a host key tells which was chosen. */
    private static boolean mayBeLinux(RescueRequest request) {
        return request.device().system().family() != Family.WINDOWS;
    }

    private static boolean mayBeWindows(RescueRequest request) {
        Family family = request.device().system().family();
        return family == Family.WINDOWS
                || (family == Family.NONE && hostKeyInRescue(request).isEmpty());
    }

    private static Optional<String> hostKeyInRescue(RescueRequest request) {
        return request.stage() instanceof InRescue in ? in.inRescue().hostKey() : Optional.empty();
    }

    private static Optional<String> installedHostKey(RescueRequest request) {
        if (request.stage() instanceof InRescue in) return in.baseline().hostKey();
        return request.stage() instanceof Booting booting ? booting.baseline().hostKey() : Optional.empty();
    }

    private Facts facts(RescueRequest request, Optional<String> login) {
        List<Fact> facts = new ArrayList<>(List.of(
                fact("fact.device", Words.device(request.device())),
                fact("fact.address", Words.address(request.device(), phrasebook.words("unknown"))),
                fact("fact.log-in-as", login.<Span>map(Span.Code::new).orElse(words("access-kit.no-login")))));
        if (mayBeLinux(request)) {
            facts.add(fact("access-kit.key.rescue", key(hostKeyInRescue(request))));
            facts.add(fact("access-kit.key.installed", key(installedHostKey(request))));
        }
        return new Facts(facts);
    }

    private void addLinux(List<Part> parts, RescueRequest request, CommandLine command) {
        parts.add(typed("access-kit.ssh", command.ssh()));
        if (CommandLine.forOldSystem(request.plan())) parts.add(new Note(phrasebook.line("access-kit.ssh.old")));
        parts.add(
                hostKeyInRescue(request).isPresent()
                        ? typed("access-kit.key.compare", command.hostKeys())
                        : new Paragraph(phrasebook.line("access-kit.key.unseen")));
        parts.add(new Paragraph(phrasebook.line("access-kit.linux")));
        parts.add(recipe.linux());
    }

    private void addWindows(List<Part> parts, CommandLine command) {
        parts.add(typed("access-kit.rdp", command.remoteDesktop()));
        parts.add(typed("access-kit.rdp.elsewhere", command.freeRdp()));
        parts.add(new Note(phrasebook.line("access-kit.rdp.console")));
        parts.add(new Paragraph(phrasebook.line("access-kit.windows")));
        parts.add(recipe.windows());
    }

    private Part typed(String phrase, Optional<String> command) {
        return new Paragraph(command.map(text -> phrasebook.line(phrase, Map.of("command", new Span.Code(text))))
                .orElseGet(() -> phrasebook.line("access-kit.no-address")));
    }

    private Span key(Optional<String> fingerprint) {
        return fingerprint.<Span>map(Span.Code::new).orElse(words("access-kit.key.none"));
    }

    private Span words(String phrase) {
        return new Span.Words(phrasebook.words(phrase));
    }

    private Fact fact(String label, Span value) {
        return new Fact(phrasebook.words(label), Line.of(value));
    }

    private Line about(String phrase, RescueRequest request) {
        return phrasebook.line(phrase, Map.of("device", Words.device(request.device())));
    }
}
