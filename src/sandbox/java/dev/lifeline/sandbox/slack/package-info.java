/**
 * The fake Slack: one workspace with one installed app, reached by the Web API, Socket Mode and signed HTTP, with a page to
 * use it on. Not modelled: OAuth installation, files, search, workflows, calls, several workspaces or apps.
 */
@NullMarked
package dev.lifeline.sandbox.slack;

import org.jspecify.annotations.NullMarked;
