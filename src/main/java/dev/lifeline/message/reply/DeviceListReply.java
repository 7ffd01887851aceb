package dev.lifeline.message.reply;

import dev.lifeline.device.Device;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Button;
import dev.lifeline.message.model.Button.Style;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.DeviceChoice;
import dev.lifeline.message.model.DeviceListPosition;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageBlock.BulletList;
import dev.lifeline.message.model.MessageBlock.Buttons;
import dev.lifeline.message.model.MessageBlock.Context;
import dev.lifeline.message.model.MessageBlock.Paragraph;
import dev.lifeline.message.model.MessageBlock.Row;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.rescue.RescueRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The answer to {@code /rescue list}: a page of devices, with a button for each that can be rescued. */
public final class DeviceListReply {

    private static final int MAX_IN_RESCUE = 10;

    private final MessageCatalog catalog;
    private final CommonTerms terms;

    /** The reply in the language of a locale; English where the catalogue lacks a phrase. */
    public static DeviceListReply in(Locale locale) {
        return new DeviceListReply(MessageCatalog.forLocale(locale));
    }

    private DeviceListReply(MessageCatalog catalog) {
        this.catalog = catalog;
        this.terms = new CommonTerms(catalog);
    }

    /** The page; where there is no device at all, says so. */
    public Message page(DevicePage page) {
        if (page.devices().isEmpty()) return Message.of(empty(page.text()));
        List<MessageBlock> blocks = new ArrayList<>(board(page.inRescue()));
        page.devices().forEach(device -> blocks.add(row(page, device)));
        List<Button> paging = paging(page);
        if (!paging.isEmpty()) {
            blocks.add(new Buttons(paging));
            blocks.add(new Context(position(page)));
        }
        return Message.withHeader(title(page.text()), blocks);
    }

    private List<MessageBlock> board(List<RescueRequest> inRescue) {
        if (inRescue.isEmpty()) return List.of();
        List<MessageBlock> blocks = new ArrayList<>(List.of(
                new Paragraph(catalog.line("answer.list.in-rescue")),
                new BulletList(inRescue.stream()
                        .limit(MAX_IN_RESCUE)
                        .map(terms::inRescueRow)
                        .toList())));
        int more = inRescue.size() - MAX_IN_RESCUE;
        if (more > 0)
            blocks.add(new Context(
                    catalog.line("home.more", more, Map.of("command", CommonTerms.slashCommand("status")))));
        return blocks;
    }

    private TextLine empty(String text) {
        return text.isEmpty()
                ? catalog.line("answer.list.empty")
                : catalog.line("answer.list.none", Map.of("text", TextRun.UntrustedText.truncated(text)));
    }

    private TextLine title(String text) {
        return text.isEmpty()
                ? catalog.line("answer.list.title")
                : catalog.line("answer.list.title.matching", Map.of("text", TextRun.UntrustedText.truncated(text)));
    }

    private Row row(DevicePage page, Device device) {
        TextLine line = catalog.line(
                "answer.list.row",
                Map.of(
                        "device", CommonTerms.device(device),
                        "state", new TextRun.Text(state(page, device)),
                        "system", terms.operatingSystem(device.operatingSystem()),
                        "site", orUnknown(device.datacenter()),
                        "id", new TextRun.Text(Long.toString(device.id().value())),
                        "address", CommonTerms.address(device, catalog.text("unknown"))));
        Optional<Button> button = Optional.of(Button.of(
                        Action.START,
                        catalog.text("button.start"),
                        DeviceChoice.of(device).value(),
                        Style.DEFAULT))
                .filter(start -> page.isStartable(device));
        return new Row(line, button);
    }

    private String state(DevicePage page, Device device) {
        RescueRequest open = page.open().get(device.id());
        return open == null ? terms.power(page.status(device).powerState()) : terms.shortStage(open);
    }

    private TextRun orUnknown(String text) {
        return text.isEmpty() ? new TextRun.Text(catalog.text("unknown")) : new TextRun.UntrustedText(text);
    }

    private List<Button> paging(DevicePage page) {
        List<Button> buttons = new ArrayList<>();
        if (page.first() > 0)
            buttons.add(turn(
                    Action.LIST_PREVIOUS,
                    "button.list.previous",
                    new DeviceListPosition(Math.max(0, page.first() - DeviceListPosition.PAGE_SIZE), page.text())));
        if (page.first() + page.devices().size() < page.count())
            buttons.add(turn(
                    Action.LIST_NEXT,
                    "button.list.next",
                    new DeviceListPosition(page.first() + page.devices().size(), page.text())));
        return buttons;
    }

    private Button turn(Action action, String label, DeviceListPosition position) {
        return Button.of(action, catalog.text(label), position.value(), Style.DEFAULT);
    }

    private TextLine position(DevicePage page) {
        return catalog.line(
                "answer.list.position",
                Map.of(
                        "from", number(page.first() + 1),
                        "to", number(page.first() + page.devices().size()),
                        "count", number(page.count()),
                        "command", CommonTerms.slashCommand("list web")));
    }

    private static TextRun number(int number) {
        return new TextRun.Text(Integer.toString(number));
    }
}
