package dev.lifeline.handler.context;

import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.ApiKeyVerifier;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.access.LinkTokens;
import dev.lifeline.access.SlackUsers;

/** What does it take to say which cloud user somebody is? */
public record LinkServices(
        SlackUsers slackUsers,
        CloudUsers cloudUsers,
        AccountLinks accountLinks,
        LinkTokens linkTokens,
        ApiKeyVerifier apiKeyVerifier) {}
