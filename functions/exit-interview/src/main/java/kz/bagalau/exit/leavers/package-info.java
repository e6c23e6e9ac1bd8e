/// The register of leavers: who was announced by whom, on which ground, and until when an interview
/// is asked of them. It knows nothing of answers.
@NullMarked
package kz.bagalau.exit.leavers;

import org.jspecify.annotations.NullMarked;
