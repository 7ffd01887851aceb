/** The only door to IBM Cloud Classic: HTTP, JSON, masks, error translation. */
@NullMarked
package dev.lifeline.softlayer;

import org.jspecify.annotations.NullMarked;
