package dev.lifeline.store.database;

/**
 * What the tables of a database say about the release that made them.
 *
 * @param found the version of the tables, such as {@code 1.18}; {@code none} where there are none of ours
 * @param known the newest version that this release knows
 */
public record SchemaStatus(State state, String found, String known) {

    /** How the tables of a database relate to this release. */
    public enum State {
        /** No tables yet: a file that is not there, or an empty schema. */
        EMPTY,
        /** Made before the first release; nothing reads it. */
        PRE_RELEASE,
        /** Tables of another program. */
        FOREIGN,
        /** Tables of an earlier release, which {@code serve} and {@code migrate} bring up to date. */
        OLDER,
        CURRENT,
        /** Tables that a newer release brought up to date. */
        NEWER
    }

    @Override
    public String toString() {
        return switch (state) {
            case EMPTY -> "no tables yet; serve and migrate create them, version " + known;
            case PRE_RELEASE -> "tables made before the first release";
            case FOREIGN -> "tables of another program";
            case OLDER -> "tables of version " + found + "; serve and migrate bring them to " + known;
            case CURRENT -> "tables of version " + found;
            case NEWER -> "tables of version " + found + ", of a newer release than this one, which knows " + known;
        };
    }
}
