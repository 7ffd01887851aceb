package dev.lifeline.command;

/** What do those at the front desk have besides, each for one kind of wish? */
public record Rooms(Consent consent, Linking linking, Serving serving, AccessDesk accounts, Entrance entrance) {}
