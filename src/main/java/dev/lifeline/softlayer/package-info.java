/** The only adapter to IBM Cloud Classic (SoftLayer): devices, cloud users, access changes, rescue and passwords over its REST API. */
@NullMarked
package dev.lifeline.softlayer;

import org.jspecify.annotations.NullMarked;
