/// Blind RSA signatures after RFC 9474, variant RSABSSA-SHA384-PSS-Randomized: the signer's and the
/// verifier's side. Knows nothing of surveys.
@NullMarked
package kz.bagalau.survey.blind;

import org.jspecify.annotations.NullMarked;
