/// The ballot box: what is sent and what is stored of it. It knows nobody who may take part.
@NullMarked
package kz.bagalau.survey.ballots;

import org.jspecify.annotations.NullMarked;
