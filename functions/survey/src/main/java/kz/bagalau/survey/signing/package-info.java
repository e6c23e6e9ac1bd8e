/// The signer: the private keys, and how a right becomes a blind signature. It knows no ballot.
@NullMarked
package kz.bagalau.survey.signing;

import org.jspecify.annotations.NullMarked;
