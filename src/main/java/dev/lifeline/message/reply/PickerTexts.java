package dev.lifeline.message.reply;

import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextRun;
import java.util.Locale;
import java.util.Map;

/** What the modal in which a device is chosen says about the devices. */
public final class PickerTexts {

    private final MessageCatalog catalog;

    /** The texts in the language of a locale; English where the catalogue lacks a phrase. */
    public static PickerTexts in(Locale locale) {
        return new PickerTexts(MessageCatalog.forLocale(locale));
    }

    private PickerTexts(MessageCatalog catalog) {
        this.catalog = catalog;
    }

    /** The person has access to no device. */
    public String noDevices() {
        return catalog.text("form.device.no-devices");
    }

    /** The message names no device of the person's. */
    public String noneNamed() {
        return catalog.text("form.device.none-named");
    }

    /** No device that is remembered matches; it may be new. */
    public String notListed(String typed) {
        return catalog.line("form.device.not-listed", Map.of("typed", TextRun.UntrustedText.truncated(typed)))
                .plainText();
    }

    /** The devices could not be read in time. */
    public String slow() {
        return catalog.text("form.device.slow");
    }
}
