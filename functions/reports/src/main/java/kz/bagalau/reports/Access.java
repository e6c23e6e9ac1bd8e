package kz.bagalau.reports;

import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;

/// Who may see what.
final class Access {

    private Access() {}

    /// Whether the caller may read what a body owes and reports: both reviewing bodies, and its own
    /// personnel service.
    static boolean reads(Caller caller, String body) {
        return caller.has(Role.AGENCY) || caller.has(Role.DIGITAL) || caller.has(Role.HR, body);
    }

    /// Whether the caller may read anything of the kind at all. What is another body's does not
    /// exist for a personnel service, so this alone decides between 403 and 404.
    static boolean readsSome(Caller caller) {
        return caller.has(Role.AGENCY) || caller.has(Role.DIGITAL) || caller.has(Role.HR);
    }
}
