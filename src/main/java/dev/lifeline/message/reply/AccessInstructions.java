package dev.lifeline.message.reply;

import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.device.Ports;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Button;
import dev.lifeline.message.model.Button.Style;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.ConnectCommands;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageBlock.Context;
import dev.lifeline.message.model.MessageBlock.Field;
import dev.lifeline.message.model.MessageBlock.Fields;
import dev.lifeline.message.model.MessageBlock.Paragraph;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.InRescue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How to log in to a device in rescue, mount its disks and end the rescue. Contains no password. */
public final class AccessInstructions {

    private final MessageCatalog catalog;
    private final MountInstructions mountInstructions;

    /** The instructions in the language of a locale; English where the catalogue lacks a phrase. */
    public static AccessInstructions in(Locale locale) {
        return new AccessInstructions(MessageCatalog.forLocale(locale));
    }

    private AccessInstructions(MessageCatalog catalog) {
        this.catalog = catalog;
        this.mountInstructions = new MountInstructions(catalog);
    }

    /**
     * The instructions for a device that allows logins.
     *
     * @param login the user name on record, where there is one
     * @param noPassword why the reader may not read the password; empty where they may
     */
    public Message render(RescueRequest request, Optional<String> login, Ports ports, Optional<TextLine> noPassword) {
        if (request.isDrill()) return renderDrill(request);
        ConnectCommands command = new ConnectCommands(request.plan(), login, ports);
        List<MessageBlock> messageBlocks = new ArrayList<>();
        if (request.stage() instanceof Booting)
            messageBlocks.add(new Paragraph(catalog.line("access-instructions.booting")));
        messageBlocks.add(fields(request, login));
        if (mayBeLinux(request)) addLinux(messageBlocks, request, command);
        if (mayBeWindows(request)) addWindows(messageBlocks, command);
        messageBlocks.add(new Paragraph(catalog.line("access-instructions.done")));
        messageBlocks.add(new Context(noPassword.orElseGet(() -> catalog.line("access-instructions.password"))));
        messageBlocks.add(revealButton(request));
        return Message.withHeader(deviceLine("access-instructions.title", request), messageBlocks);
    }

    /** Where it would say how to log in. */
    private Message renderDrill(RescueRequest request) {
        return Message.withHeader(
                deviceLine("access-instructions.title", request),
                List.of(
                        new Paragraph(catalog.line("access-instructions.drill")),
                        new Paragraph(catalog.line("access-instructions.done")),
                        revealButton(request)));
    }

    private MessageBlock revealButton(RescueRequest request) {
        return new MessageBlock.Buttons(List.of(Button.of(
                Action.REVEAL_PASSWORD,
                catalog.text("button.reveal-password"),
                request.id().value(),
                Style.DEFAULT)));
    }

    /** The device is not in rescue. */
    public Message notAccessible(RescueRequest request) {
        return Message.of(deviceLine("access-instructions.not-enterable", request));
    }

    /** The rescue system is of the family of the installed one; without one, only a host key shows which was chosen. */
    private static boolean mayBeLinux(RescueRequest request) {
        return request.device().operatingSystem().family() != Family.WINDOWS;
    }

    private static boolean mayBeWindows(RescueRequest request) {
        Family family = request.device().operatingSystem().family();
        return family == Family.WINDOWS
                || (family == Family.NONE && rescueHostKey(request).isEmpty());
    }

    private static Optional<String> rescueHostKey(RescueRequest request) {
        return request.stage() instanceof InRescue in ? in.rescueBaseline().hostKey() : Optional.empty();
    }

    private static Optional<String> installedHostKey(RescueRequest request) {
        if (request.stage() instanceof InRescue in) return in.baseline().hostKey();
        return request.stage() instanceof Booting booting ? booting.baseline().hostKey() : Optional.empty();
    }

    private Fields fields(RescueRequest request, Optional<String> login) {
        List<Field> fields = new ArrayList<>(List.of(
                field("field.device", CommonTerms.device(request.device())),
                field("field.address", CommonTerms.address(request.device(), catalog.text("unknown"))),
                field(
                        "field.log-in-as",
                        login.<TextRun>map(TextRun.Code::new).orElse(text("access-instructions.no-login")))));
        if (mayBeLinux(request)) {
            fields.add(field("access-instructions.key.rescue", fingerprint(rescueHostKey(request))));
            fields.add(field("access-instructions.key.installed", fingerprint(installedHostKey(request))));
        }
        return new Fields(fields);
    }

    private void addLinux(List<MessageBlock> messageBlocks, RescueRequest request, ConnectCommands command) {
        messageBlocks.add(commandParagraph("access-instructions.ssh", command.ssh()));
        boolean legacy = ConnectCommands.needsLegacyOptions(request.plan());
        if (legacy) messageBlocks.add(new Context(catalog.line("access-instructions.ssh.old")));
        messageBlocks.add(
                rescueHostKey(request).isPresent()
                        ? keyComparison(legacy, command)
                        : new Paragraph(catalog.line("access-instructions.key.unseen")));
        messageBlocks.add(new Paragraph(catalog.line("access-instructions.linux")));
        messageBlocks.add(mountInstructions.linux());
    }

    /** The old rescue system has one type of key that clients know, so there is nothing else to compare with. */
    private MessageBlock keyComparison(boolean legacy, ConnectCommands command) {
        return legacy
                ? new Paragraph(catalog.line("access-instructions.key.compare.old"))
                : commandParagraph("access-instructions.key.compare", command.hostKeyScan());
    }

    private void addWindows(List<MessageBlock> messageBlocks, ConnectCommands command) {
        messageBlocks.add(commandParagraph("access-instructions.rdp", command.windowsRdp()));
        messageBlocks.add(commandParagraph("access-instructions.rdp.elsewhere", command.freeRdp()));
        messageBlocks.add(new Context(catalog.line("access-instructions.rdp.console")));
        messageBlocks.add(new Paragraph(catalog.line("access-instructions.windows")));
        messageBlocks.add(mountInstructions.windows());
    }

    private MessageBlock commandParagraph(String key, Optional<String> command) {
        return new Paragraph(command.map(text -> catalog.line(key, Map.of("command", new TextRun.Code(text))))
                .orElseGet(() -> catalog.line("access-instructions.no-address")));
    }

    private TextRun fingerprint(Optional<String> fingerprint) {
        return fingerprint.<TextRun>map(TextRun.Code::new).orElse(text("access-instructions.key.none"));
    }

    private TextRun text(String key) {
        return new TextRun.Text(catalog.text(key));
    }

    private Field field(String label, TextRun value) {
        return new Field(catalog.text(label), TextLine.of(value));
    }

    private TextLine deviceLine(String key, RescueRequest request) {
        return catalog.line(key, Map.of("device", CommonTerms.device(request.device())));
    }
}
