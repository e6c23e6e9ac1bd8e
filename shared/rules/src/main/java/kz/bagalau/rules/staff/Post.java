package kz.bagalau.rules.staff;

import java.util.Optional;

/// What somebody holds in a body on a day: an appointment, or the place of a secondment.
///
/// @param category of corps "B"; that of the appointment at home for who is seconded in
/// @param manager the direct manager's id
/// @param higherManager named for this post; empty for the manager's own manager
/// @param seconded whether the person is sent by another body
public record Post(
        String person,
        String unit,
        Optional<Category> category,
        boolean leading,
        boolean unitHead,
        boolean firstHead,
        boolean apparatusHead,
        Optional<String> manager,
        Optional<String> higherManager,
        Span span,
        boolean seconded) {

    public static Post of(Employee employee, Appointment held) {
        return new Post(
                employee.id(),
                held.unit(),
                held.category(),
                held.leading(),
                held.unitHead(),
                held.firstHead(),
                held.apparatusHead(),
                held.manager(),
                held.higherManager(),
                held.span(),
                false);
    }

    static Post of(SecondedIn seconded, SecondedPlace place, Optional<Category> category) {
        return new Post(
                seconded.person().id(),
                place.unit(),
                category,
                place.leading(),
                place.unitHead(),
                false,
                false,
                Optional.of(place.manager()),
                Optional.empty(),
                seconded.secondment().span(),
                true);
    }

    /// What somebody who is sent here holds until this body has entered a place.
    public static Post withoutPlace(SecondedIn seconded, Optional<Category> category) {
        return new Post(
                seconded.person().id(),
                "",
                category,
                false,
                false,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                seconded.secondment().span(),
                true);
    }

    /// Head of a structural unit or of a state body as No. 245, ¶2(3) defines it: category D-3
    /// (head of a structural unit) or D-O-1. Heads of another category are not meant.
    // DOUBT: who is seconded in keeps the category of the post at home; a D-O-1 of another body is
    // read as a head here only where the receiving body says so, because the post is not there.
    public boolean definedHead() {
        return has(Category.D_3) ? unitHead : has(Category.D_O_1) && (unitHead || !seconded);
    }

    /// Whether it is the post of its unit's head, of whatever category: where the appointment says
    /// so, and that of a D-O-1 also where it does not, because the category heads a body (¶2(3)).
    public boolean headsUnit() {
        return unitHead || definedHead();
    }

    public boolean has(Category asked) {
        return category.filter(asked::equals).isPresent();
    }
}
