package dev.lifeline.workflow;

/** The steps that send a command to the provider. */
public record CommandSteps(LaunchStep launch, ExitStep exit, PowerOnStep powerOn) {}
