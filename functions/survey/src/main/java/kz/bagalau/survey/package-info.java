/// The anonymous survey of Appendix 9: from a survey opened by the Agency to the published results.
/// The register (who may take part), the signer and the ballot box are kept apart; no type here
/// holds a person and an answer together.
@NullMarked
package kz.bagalau.survey;

import org.jspecify.annotations.NullMarked;
