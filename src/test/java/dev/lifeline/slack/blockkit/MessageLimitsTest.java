package dev.lifeline.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.device.Addresses;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceName;
import dev.lifeline.device.OperatingSystem;
import dev.lifeline.handler.inbox.DevicePicker.Offer;
import dev.lifeline.handler.inbox.DevicePicker.Option;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Button;
import dev.lifeline.message.model.Button.Style;
import dev.lifeline.message.model.DeviceListPosition;
import dev.lifeline.message.model.Forms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.message.reply.DeviceListReply;
import dev.lifeline.message.reply.DevicePage;
import dev.lifeline.sandbox.slack.blockkit.BlockValidator;
import dev.lifeline.sandbox.slack.blockkit.Surface;
import dev.lifeline.slack.modal.FormModal;
import dev.lifeline.slack.modal.PickerModal;
import dev.lifeline.slack.modal.PrivateMetadata;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every message and form is within Slack's limits at its longest: every phrase with every placeholder overfilled, in every part of a
 * message, in every language and in one that takes twice the room of English. The limits are those of the fake Slack (src/docs/platform/slack.md, section Sizes), which shares no code with the bot.
 */
class MessageLimitsTest {

    private static final String OVERLONG_TEXT = "<&>*é\uD83D\uDE80 ".repeat(450);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z-]+)}");
    /** Reserved by ISO 639 for private use; its phrases are {@code PseudoLanguageTest}'s. */
    private static final Locale PSEUDO_LANGUAGE = Locale.forLanguageTag("qps");

    private static final BlockValidator SLACK_VALIDATOR = new BlockValidator();

    static Stream<String> phrases() {
        return ResourceBundle.getBundle("dev.lifeline.message.phrases").keySet().stream()
                .sorted();
    }

    static List<Locale> languages() {
        return Stream.concat(MessageCatalog.languages().stream(), Stream.of(PSEUDO_LANGUAGE))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("phrases")
    void every_phrase_fits_wherever_it_stands_and_whatever_fills_it(String phrase) {
        assertFits(MessageCatalog.forLocale(PSEUDO_LANGUAGE), phrase, TextRun.UntrustedText::new);
    }

    @Test
    void the_pseudo_language_takes_the_room_of_english_twice() {
        MessageCatalog pseudo = MessageCatalog.forLocale(PSEUDO_LANGUAGE);

        assertThat(pseudo.language()).isEqualTo(PSEUDO_LANGUAGE);
        assertThat(pseudo.text("button.cancel")).isEqualTo("Nö, çàñçél Nö, çàñçél");
    }

    @ParameterizedTest
    @MethodSource("phrases")
    void no_language_has_a_label_that_slack_would_cut(String phrase) {
        for (Locale language : MessageCatalog.languages())
            assertThat(labelLimit(phrase).stream())
                    .as(language + " " + phrase)
                    .allMatch(limit ->
                            limit.fits(MessageCatalog.forLocale(language).text(phrase)));
    }

    /** The limit of a phrase that is a label; empty where it is none. */
    private static Optional<BlockKitLimit> labelLimit(String phrase) {
        if (phrase.startsWith("button.")) return Optional.of(BlockKitLimit.BUTTON_TEXT);
        if (phrase.matches(".*question\\.(\\w+\\.)?(yes|no)")) return Optional.of(BlockKitLimit.CONFIRM_BUTTON);
        if (phrase.matches("form\\.[a-z-]+\\.title|password\\.title")) return Optional.of(BlockKitLimit.MODAL_TITLE);
        boolean button = phrase.matches("form\\.([a-z-]+\\.)?(submit|close)|password\\.close");
        return button ? Optional.of(BlockKitLimit.MODAL_BUTTON) : Optional.empty();
    }

    private static void assertFits(MessageCatalog catalog, String phrase, Function<String, TextRun> filler) {
        TextLine textLine = fillPlaceholders(catalog, phrase, filler);
        Button button = Button.of(Action.EXIT, textLine.plainText(), "abc12345", Style.DANGER)
                .withConfirmDialog(new Button.ConfirmDialog(
                        textLine.plainText(), textLine.plainText(), textLine.plainText(), textLine.plainText()));
        Stream.of(
                        List.<MessageBlock>of(new MessageBlock.Paragraph(textLine)),
                        List.<MessageBlock>of(new MessageBlock.BulletList(Collections.nCopies(60, textLine))),
                        List.<MessageBlock>of(new MessageBlock.Fields(
                                Collections.nCopies(8, new MessageBlock.Field(textLine.plainText(), textLine)))),
                        List.<MessageBlock>of(new MessageBlock.Context(textLine), new MessageBlock.Context(textLine)),
                        List.<MessageBlock>of(new MessageBlock.Buttons(Collections.nCopies(3, button))))
                .map(messageBlocks -> Message.withHeader(textLine, messageBlocks))
                .forEach(MessageLimitsTest::assertAccepted);
    }

    private static TextLine fillPlaceholders(MessageCatalog catalog, String phrase, Function<String, TextRun> filler) {
        Matcher placeholders = PLACEHOLDER.matcher(catalog.text(phrase));
        Map<String, TextRun> filled = placeholders
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1), found -> filler.apply(OVERLONG_TEXT), (one, same) -> one));
        return catalog.line(phrase, filled);
    }

    private static void assertAccepted(Message message) {
        BlockKit.RenderedMessage renderedMessage = BlockKit.render(message, "outbox-message-9223372036854775807");
        assertThatCode(() -> SLACK_VALIDATOR.validateBlocks(renderedMessage.blocks(), Surface.MESSAGE))
                .doesNotThrowAnyException();
        assertThat(renderedMessage
                        .text()
                        .codePointCount(0, renderedMessage.text().length()))
                .isLessThanOrEqualTo(4_000);
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void every_form_of_a_button_fits(Action action) {
        PrivateMetadata origin = new PrivateMetadata("C0123456789", "https://hooks.slack.com/" + "x".repeat(2_900), "");
        for (Locale language : languages())
            Forms.in(language)
                    .forAction(action, "s".repeat(60))
                    .ifPresent(form -> assertViewAccepted(FormModal.view(form, origin.withLocale(language))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 253})
    void a_page_of_the_list_fits_whatever_the_devices_are_called(int length) {
        List<Device> devices = IntStream.range(0, DeviceListPosition.PAGE_SIZE)
                .<Device>mapToObj(index -> device(index + 1, "w".repeat(length)))
                .toList();
        Map<DeviceId, Boolean> startable = devices.stream().collect(Collectors.toMap(Device::id, device -> true));
        DevicePage page = new DevicePage("w", 40, 3_000, devices, Map.of(), Map.of(), startable);

        Message message = DeviceListReply.in(Locale.ENGLISH).page(page);

        assertAccepted(message);
        String blocks = BlockKit.render(message, "v").blocks().toString();
        assertThat(blocks).contains("41 to 60 of 3000", "devices.next", "devices.previous");
        assertThat(blocks.split("rescue.start", -1)).hasSize(DeviceListPosition.PAGE_SIZE + 1);
    }

    private static Device device(long id, String hostname) {
        return new Device.VirtualGuest(
                new Device.Details(
                        DeviceId.virtualGuest(id),
                        new DeviceName(hostname, ""),
                        Addresses.NONE,
                        new OperatingSystem(OperatingSystem.Family.LINUX, "Debian"),
                        "fra02",
                        Set.of()),
                1_024,
                false,
                false);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 253, 5_000})
    void the_picker_fits_whatever_the_devices_are_called(int length) {
        Option option = new Option("w".repeat(length), "virtual_guest:7\n" + "w".repeat(110) + "\n");
        PrivateMetadata english = new PrivateMetadata("", "https://hooks.slack.com/" + "x".repeat(2_990), "");
        for (Locale language : languages()) {
            PrivateMetadata origin = english.withLocale(language);
            assertViewAccepted(PickerModal.view(origin));
            assertViewAccepted(PickerModal.view(origin, new Offer(OVERLONG_TEXT, Collections.nCopies(10, option))));
        }
    }

    private static void assertViewAccepted(ObjectNode view) {
        assertThatCode(() -> SLACK_VALIDATOR.validateView(view, Surface.MODAL)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void every_action_has_an_id_that_slack_takes(Action action) {
        assertThat(Arrays.asList(action.id())).allMatch(BlockKitLimit.ACTION_ID::fits);
    }
}
