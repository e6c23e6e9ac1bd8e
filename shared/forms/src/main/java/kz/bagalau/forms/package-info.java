/// Questionnaires as data, and what counts as an answer to them. Knows neither who answers nor how
/// an answer travels or is stored.
@NullMarked
package kz.bagalau.forms;

import org.jspecify.annotations.NullMarked;
