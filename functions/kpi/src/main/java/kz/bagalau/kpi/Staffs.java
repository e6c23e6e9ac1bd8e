package kz.bagalau.kpi;

import kz.bagalau.rules.staff.Staff;

/// The people of state bodies, as the directory holds them.
interface Staffs {

    /// Nobody's where the directory knows nobody of the body.
    Staff of(String body);
}
