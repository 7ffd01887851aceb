package dev.lifeline.handler.context;

/** What do those at the front desk have besides, each for one kind of wish? */
public record HandlerServices(
        ApprovalServices approvalServices,
        LinkServices linkServices,
        ServedChannels servedChannels,
        AccessServices accessServices,
        EntryServices entryServices) {}
