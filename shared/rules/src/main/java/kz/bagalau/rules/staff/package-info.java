/// The people of a state body as its directory holds them: units, appointments by date, absences,
/// secondments, substitutions and the first head's decisions, asked about any day. Knows nothing of
/// who entered what, and nothing of what the people are assessed for.
@NullMarked
package kz.bagalau.rules.staff;

import org.jspecify.annotations.NullMarked;
