package dev.lifeline.command;

import dev.lifeline.access.CloudUsers;
import dev.lifeline.access.Links;
import dev.lifeline.access.People;
import dev.lifeline.access.Proofs;
import dev.lifeline.access.Tickets;

/** What does it take to say which cloud user somebody is? */
public record Linking(People people, CloudUsers cloudUsers, Links links, Tickets tickets, Proofs proofs) {}
