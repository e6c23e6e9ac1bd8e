package kz.bagalau.rules.staff;

/// Where a seconded person works in the receiving body, entered by that body.
public record SecondedPlace(String unit, String manager, boolean leading, boolean unitHead) {

    public SecondedPlace {
        Ids.check(unit);
        Ids.check(manager);
    }
}
