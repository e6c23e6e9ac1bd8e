/// What callers and the Agency are told: problems and findings, with their texts beside them.
@NullMarked
package kz.bagalau.survey.texts;

import org.jspecify.annotations.NullMarked;
