/**
 * The fake SoftLayer (IBM Cloud Classic): REST v3.1, devices whose transactions take time, and faults on request.
 *
 * <p>It follows src/docs/platform/softlayer.md and the provider's own client. Where no source says what the provider does,
 * the fake does the following, and a client should not rely on it:
 *
 * <ul>
 *   <li>a second launch is refused from the moment the first is accepted, before its transaction shows;
 *   <li>executeRescueLayer, mountIsoImage and unmountIsoImage ask for SERVER_RELOAD, as bootToRescueLayer does;
 *   <li>reboots leave no transaction; bootToRescueLayer neither starts the twenty-minute lockout nor is subject to it;
 *   <li>executeRescueLayer on a Windows guest boots the Linux rescue kernel;
 *   <li>during executeRescueLayer's rescue a CD without an image is attached and getIsoBootImage is null;
 *   <li>without VIEW_CUSTOMER_SOFTWARE_PASSWORD the list of passwords is empty;
 *   <li>RESCUE_BOOT continues for a while after the kernel answers, then the transaction ends;
 *   <li>refusals for a missing permission, an outstanding transaction and the lockout are HTTP 500;
 *   <li>names of transaction groups and steps other than RESCUE_BOOT, RECLAIM_WAIT and Service Setup, ids of ISO images
 *       and names of events other than Power On and Power Off are invented.
 * </ul>
 */
@NullMarked
package dev.lifeline.sandbox.softlayer;

import org.jspecify.annotations.NullMarked;
