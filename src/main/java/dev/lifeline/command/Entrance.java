package dev.lifeline.command;

import dev.lifeline.device.Passwords;
import dev.lifeline.device.Ports;
import dev.lifeline.message.Windows;

/** What does the desk let somebody in to a device with? */
public record Entrance(Passwords passwords, Windows windows, Ports ports) {}
