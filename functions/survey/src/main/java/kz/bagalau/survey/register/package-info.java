/// The register: who may take part, on which slips, and who was given a token on which day. It
/// knows no ballot.
@NullMarked
package kz.bagalau.survey.register;

import org.jspecify.annotations.NullMarked;
