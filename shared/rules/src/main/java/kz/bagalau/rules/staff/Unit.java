package kz.bagalau.rules.staff;

import java.util.Optional;

/// A unit of a state body.
///
/// @param parent the unit above; empty at the top
/// @param head the category of its head's post, so that a vacant one is known too; empty where it
///   has no such post, or only who holds it says so
public record Unit(String id, Title name, Optional<String> parent, Optional<Category> head) {

    public Unit {
        Ids.check(id);
        parent.ifPresent(Ids::check);
    }
}
