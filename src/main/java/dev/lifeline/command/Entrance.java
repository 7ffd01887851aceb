package dev.lifeline.command;

import dev.lifeline.device.Logins;
import dev.lifeline.device.Ports;
import dev.lifeline.message.Windows;

/** What does the desk let somebody in to a device with? */
public record Entrance(Logins logins, Windows windows, Ports ports) {}
