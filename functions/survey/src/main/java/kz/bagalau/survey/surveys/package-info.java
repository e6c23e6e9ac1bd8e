/// The surveys, the bodies that take part, their groups and public keys: nothing about anybody.
@NullMarked
package kz.bagalau.survey.surveys;

import org.jspecify.annotations.NullMarked;
