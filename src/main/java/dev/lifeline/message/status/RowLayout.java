package dev.lifeline.message.status;

import dev.lifeline.message.model.Button;
import dev.lifeline.message.model.MessageBlock.Buttons;
import dev.lifeline.message.model.MessageBlock.Menu;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays out the buttons of a status message: at most three in the row, the others in its menu. */
final class RowLayout {

    private static final int MAX_BUTTONS = 3;

    private RowLayout() {}

    /** The last ones go into the menu, but for those that ask with a dialog of their own. */
    static Buttons of(Button... choices) {
        List<Button> row = new ArrayList<>(List.of(choices));
        List<Button> menu = new ArrayList<>();
        for (int index = row.size() - 1; index >= 0 && row.size() > MAX_BUTTONS; index--)
            if (row.get(index).confirmDialog().isEmpty()) menu.add(0, row.remove(index));
        return menu.isEmpty() ? new Buttons(row) : new Buttons(row, Optional.of(new Menu(menu)));
    }
}
