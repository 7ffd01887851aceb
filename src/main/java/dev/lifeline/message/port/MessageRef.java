package dev.lifeline.message.port;

/** Where does something that the bot said stand? Opaque outside the door that posted it. */
public record MessageRef(String channelId, String messageTs) {}
