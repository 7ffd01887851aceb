package dev.lifeline.sandbox.softlayer.account;

/** A datacenter. */
public record Datacenter(long id, String name, String longName) {

    public static final Datacenter DAL13 = new Datacenter(1854895, "dal13", "Dallas 13");
    public static final Datacenter FRA02 = new Datacenter(449506, "fra02", "Frankfurt 2");
}
