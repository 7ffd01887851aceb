package dev.lifeline.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.command.Ask;
import dev.lifeline.message.Window;
import dev.lifeline.rescue.Place;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was asked, by a payload of Slack's? Nothing is decided here, and nothing in it is believed but who and where. */
final class Asks {

    private final InstantSource clock;

    Asks(InstantSource clock) {
        this.clock = clock;
    }

    Ask typed(SlashCommandPayload command) {
        String text = TypedText.plain(orEmpty(command.getText()));
        String id = AskId.of("command", orEmpty(command.getTriggerId()), command.getUserId(), text);
        return ask(id, command.getUserId(), command.getChannelId(), new Ask.What.Typed(text), command.getResponseUrl());
    }

    Ask pressed(BlockActionPayload press) {
        BlockActionPayload.Action action = press.getActions().get(0);
        return pressed(press, new Ask.What.Pressed(action.getActionId(), orEmpty(subject(action))));
    }

    /** The same press twice is one ask, with the window of the first: a trigger opens one only once. */
    Ask pressed(BlockActionPayload press, Optional<Window> window) {
        BlockActionPayload.Action action = press.getActions().get(0);
        return pressed(press, new Ask.What.PressedForWindow(action.getActionId(), orEmpty(subject(action)), window));
    }

    private Ask pressed(BlockActionPayload press, Ask.What what) {
        BlockActionPayload.Action action = press.getActions().get(0);
        String user = press.getUser().getId();
        String channel = channel(press);
        String id = AskId.of(
                "press",
                orEmpty(action.getActionTs()) + orEmpty(press.getTriggerId()),
                channel,
                messageOf(press),
                user,
                action.getActionId());
        return ask(id, user, channel.isEmpty() ? user : channel, what, press.getResponseUrl());
    }

    /** A form is an ask once, however often it is submitted. The verb is ours, lest a device be taken for another one. */
    Ask submitted(ViewSubmissionPayload form, FormOrigin origin) {
        View view = form.getView();
        String user = form.getUser().getId();
        String device = Optional.ofNullable(view.getState().getValues().get(DeviceForm.BLOCK))
                .map(block -> block.get(DeviceForm.ACTION))
                .map(ViewState.Value::getValue)
                .orElseThrow();
        Ask.What what = new Ask.What.Typed("launch " + TypedText.plain(device));
        String id = AskId.of("submission", orEmpty(view.getId()), user);
        return ask(id, user, origin.channel().isEmpty() ? user : origin.channel(), what, origin.reply());
    }

    /** What was filled in in the form of a button. */
    Ask filledIn(ViewSubmissionPayload form, FormOrigin origin) {
        View view = form.getView();
        String user = form.getUser().getId();
        Map<String, String> values = new HashMap<>();
        view.getState()
                .getValues()
                .values()
                .forEach(block -> block.forEach((field, value) -> {
                    if (value.getValue() != null) values.put(field, TypedText.plain(value.getValue()));
                }));
        Ask.What what = new Ask.What.Submitted(view.getCallbackId(), origin.subject(), values);
        String place = origin.channel().isEmpty() ? user : origin.channel();
        return ask(AskId.of("submission", orEmpty(view.getId()), user), user, place, what, origin.reply());
    }

    /** Where a button was pressed, and on what. */
    static FormOrigin origin(BlockActionPayload press) {
        return new FormOrigin(
                channel(press),
                orEmpty(press.getResponseUrl()),
                orEmpty(subject(press.getActions().get(0))));
    }

    static FormOrigin origin(MessageShortcutPayload shortcut) {
        String channel = shortcut.getChannel() == null
                ? ""
                : orEmpty(shortcut.getChannel().getId());
        return new FormOrigin(channel, orEmpty(shortcut.getResponseUrl()), "");
    }

    static String said(MessageShortcutPayload shortcut) {
        return shortcut.getMessage() == null
                ? ""
                : orEmpty(shortcut.getMessage().getText());
    }

    /** By channel and time rather than by event: one mention can come as several events (slack.md 2.10, bolt-js#2487). */
    Ask mentioned(AppMentionEvent mention, String botUserId) {
        String text = TypedText.afterMention(orEmpty(mention.getText()), botUserId);
        String id = AskId.of("mention", orEmpty(mention.getTs()), mention.getChannel(), mention.getUser());
        return ask(id, mention.getUser(), mention.getChannel(), new Ask.What.Typed(text), null);
    }

    private Ask ask(String id, String user, String channel, Ask.What what, @Nullable String replyAddress) {
        Optional<String> address = Optional.ofNullable(replyAddress).filter(url -> !url.isBlank());
        return new Ask(id, new SlackUserId(user), new Place(channel), what, address, clock.instant());
    }

    private static String channel(BlockActionPayload press) {
        if (press.getChannel() != null && press.getChannel().getId() != null)
            return press.getChannel().getId();
        return press.getContainer() == null ? "" : orEmpty(press.getContainer().getChannelId());
    }

    private static String messageOf(BlockActionPayload press) {
        return press.getContainer() == null ? "" : orEmpty(press.getContainer().getMessageTs());
    }

    private static @Nullable String subject(BlockActionPayload.Action action) {
        boolean chosen = action.getValue() == null && action.getSelectedOption() != null;
        return chosen ? action.getSelectedOption().getValue() : action.getValue();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
