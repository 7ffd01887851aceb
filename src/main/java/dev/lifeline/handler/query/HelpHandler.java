package dev.lifeline.handler.query;

import dev.lifeline.access.AccessRules;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.message.reply.AccessReplies;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.message.reply.Help;
import dev.lifeline.message.reply.LinkReplies;

/** {@code /rescue help}, and what is said about commands that are incomplete or unknown. */
public final class HelpHandler {

    /** A device name for examples. */
    private static final String EXAMPLE_DEVICE = "web-07";

    private final Replies replies;

    public HelpHandler(Replies replies) {
        this.replies = replies;
    }

    /** Every command; those that the caller may not use yet are marked. */
    public Effects help(Caller caller) {
        return replies.reply(
                caller,
                Help.in(caller.locale())
                        .forAllowedOperations(operation -> caller.cloudUsers().stream()
                                .anyMatch(user -> AccessRules.isAllowedForAnyType(operation, user))));
    }

    /**
     * Says that the command is unknown, and shows every command.
     *
     * @param typed what was typed after {@code /rescue}
     */
    public Effects unknownCommand(Caller caller, String typed) {
        return replies.reply(caller, Help.in(caller.locale()).forUnknownCommand(typed));
    }

    /**
     * Says that the command lacks a device.
     *
     * @param subcommand the subcommand that lacks a device; empty for the launch
     */
    public Effects deviceRequired(Caller caller, String subcommand) {
        String example = (subcommand + " " + EXAMPLE_DEVICE).strip();
        return replies.reply(caller, CommandReplies.in(caller.locale()).deviceRequired(example));
    }

    /**
     * Says that a name does not identify a user.
     *
     * @param typed a name that was typed where a mention is required
     */
    public Effects mentionRequired(Caller caller, String typed) {
        return replies.reply(caller, AccessReplies.in(caller.locale()).mentionRequired(typed));
    }

    /** How a link is assigned to another user. */
    public Effects assignLinkUsage(Caller caller) {
        return replies.reply(caller, LinkReplies.in(caller.locale()).assignUsage());
    }
}
