package dev.lifeline.handler.context;

import dev.lifeline.device.Passwords;
import dev.lifeline.device.Ports;
import dev.lifeline.message.port.ModalUpdater;

/** What does the desk let somebody in to a device with? */
public record EntryServices(Passwords passwords, ModalUpdater modalUpdater, Ports ports) {}
