package kz.bagalau.rules.staff;

/// The names of people, units and orders among programs.
final class Ids {

    private Ids() {}

    static void check(String id) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an id is empty");
        }
    }
}
