package dev.lifeline.slack.inbound;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import dev.lifeline.message.model.Action;
import dev.lifeline.slack.blockkit.OverflowMenu;

/** A choice from a menu of the bot, which counts as a click on the button that it stands for. */
final class MenuChoice {

    private MenuChoice() {}

    /** Makes it that click; leaves every other as it is. */
    static void unwrap(BlockActionPayload click) {
        BlockActionPayload.Action action = click.getActions().get(0);
        if (!Action.MENU_ID.equals(action.getActionId()) || action.getSelectedOption() == null) return;
        OverflowMenu.parse(InteractionMapper.orEmpty(action.getSelectedOption().getValue()))
                .ifPresent(choice -> {
                    action.setActionId(choice.actionId());
                    action.setValue(choice.value());
                });
    }
}
