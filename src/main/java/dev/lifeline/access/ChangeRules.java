package dev.lifeline.access;

import static dev.lifeline.access.AccessRules.inactive;
import static dev.lifeline.access.AccessRules.lacks;
import static dev.lifeline.access.AccessRules.when;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands against this cloud user changing that user's access? The bot's own user is powerful, so what the provider would ask of the
 * person is asked here: never oneself, never who counts as the owner, only whom one is above, only what one holds (softlayer.md trap 6).
 */
public final class ChangeRules {

    private ChangeRules() {}

    /** Every objection, in order. */
    static List<Objection> objections(Change change, Lineage manager, Lineage subject) {
        CloudUser user = subject.user();
        return Stream.of(
                        manages(manager.user()).stream(),
                        when(user.id().equals(manager.user().id()), new Objection.Oneself()).stream(),
                        when(user.masterLike(), new Objection.CountsAsOwner(user.username())).stream(),
                        when(!isAbove(manager, subject), new Objection.NotBelow(user.username())).stream(),
                        passingOn(change, manager.user(), user))
                .flatMap(objections -> objections)
                .distinct()
                .toList();
    }

    /** What stands against managing anybody at all. */
    public static List<Objection> manages(CloudUser manager) {
        return Stream.of(inactive(manager), lacks(manager, Permission.USER_MANAGE))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Who counts as the owner is above everybody, except those above them. */
    private static boolean isAbove(Lineage manager, Lineage subject) {
        return manager.user().masterLike() ? !manager.isBelow(subject.user()) : subject.isBelow(manager.user());
    }

    private static Stream<Objection> passingOn(Change change, CloudUser manager, CloudUser user) {
        return change.right() instanceof Right.ToDo toDo
                ? permission(toDo.permission(), manager)
                : device((Right.ToReach) change.right(), change.way(), manager, user);
    }

    private static Stream<Objection> permission(Permission permission, CloudUser manager) {
        return Stream.of(
                        when(!Right.GIVEN_FROM_HERE.contains(permission), (Objection)
                                new Objection.NotFromHere(permission)),
                        when(!manager.holds(permission), new Objection.CannotPassOn(permission)))
                .flatMap(Optional::stream);
    }

    /** The device is there for whoever gives it; who reaches all devices of its kind is not deprived of one. */
    private static Stream<Objection> device(Right.ToReach right, Change.Way way, CloudUser manager, CloudUser user) {
        boolean hasAll = user.access().includesAll(right.device().kind());
        return Stream.concat(
                AccessRules.objections(Deed.SEE, manager, right.device()).stream(),
                when(way == Change.Way.REVOKE && hasAll, new Objection.ReachesAll(user.username())).stream());
    }
}
