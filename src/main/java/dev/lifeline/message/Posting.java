package dev.lifeline.message;

/** Where does something that the bot said stand? Opaque outside the door that posted it. */
public record Posting(String place, String id) {}
