/**
 * The pretend IBM Cloud Classic: REST v3.1, devices that take time, and faults on request.
 *
 * <p>It follows softlayer.md and the provider's own client. Where no source says what the provider does, the stand-in does
 * this, and a client should not rely on it:
 *
 * <ul>
 *   <li>a second launch is refused from the moment the first is accepted, before its transaction shows;
 *   <li>executeRescueLayer, mountIsoImage and unmountIsoImage ask for SERVER_RELOAD, as bootToRescueLayer does;
 *   <li>reboots leave no transaction; bootToRescueLayer neither opens the twenty minutes nor heeds them;
 *   <li>executeRescueLayer on a Windows guest boots the Linux rescue kernel;
 *   <li>during executeRescueLayer's rescue a CD without an image is attached and getIsoBootImage is null;
 *   <li>without VIEW_CUSTOMER_SOFTWARE_PASSWORD the list of passwords is empty;
 *   <li>RESCUE_BOOT goes on for a while after the kernel answers, then the transaction ends;
 *   <li>refusals of permission, of an outstanding transaction and of the twenty minutes are HTTP 500;
 *   <li>names of transaction groups and steps other than RESCUE_BOOT, RECLAIM_WAIT and Service Setup, ids of ISO images
 *       and names of events other than Power On and Power Off are made up.
 * </ul>
 */
@NullMarked
package dev.lifeline.sandbox.softlayer;

import org.jspecify.annotations.NullMarked;
