/// What is published of a survey, and whether enough people could take part for that.
@NullMarked
package kz.bagalau.survey.results;

import org.jspecify.annotations.NullMarked;
