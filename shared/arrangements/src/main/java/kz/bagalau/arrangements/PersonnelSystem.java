package kz.bagalau.arrangements;

/// Whether our page is a body's departmental personnel system, by which applications for flexible
/// time come in (No. 120, ¶15).
///
/// @param basis the act that says so; empty while nobody has entered one
public record PersonnelSystem(boolean departmental, String basis) {

    /// Our page is no personnel system unless a body has made it one.
    public static final PersonnelSystem NONE = new PersonnelSystem(false, "");
}
