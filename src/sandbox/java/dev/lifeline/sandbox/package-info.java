/**
 * A fake Slack and a fake SoftLayer (IBM Cloud Classic) over real HTTP and WebSocket. They are written from the platforms'
 * documents and share no class with the bot, so that a mistake of its clients is not repeated here.
 */
@NullMarked
package dev.lifeline.sandbox;

import org.jspecify.annotations.NullMarked;
