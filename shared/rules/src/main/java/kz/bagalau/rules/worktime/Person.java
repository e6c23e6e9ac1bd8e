package kz.bagalau.rules.worktime;

/// Somebody whose passages are counted.
///
/// @param id as the access control system names them
/// @param employee the id in the directory, by which acts name them
public record Person(String id, String unit, Scope scope, String employee) {

    /// Somebody whom the directory knows by the same id.
    public Person(String id, String unit, Scope scope) {
        this(id, unit, scope, id);
    }
}
