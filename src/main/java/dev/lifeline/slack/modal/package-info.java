/** Modals: forms of buttons and shortcuts, and the modal that shows a secret. */
@NullMarked
package dev.lifeline.slack.modal;

import org.jspecify.annotations.NullMarked;
