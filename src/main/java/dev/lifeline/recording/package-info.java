/** How a move becomes news: saved, put on the record and told, all in one transaction. */
@NullMarked
package dev.lifeline.recording;

import org.jspecify.annotations.NullMarked;
