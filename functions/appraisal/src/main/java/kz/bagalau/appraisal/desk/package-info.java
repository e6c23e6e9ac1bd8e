/// What every function of this capability stands on: its stores, the forms and acts in force,
/// terms, problems, and how a score is read. Knows no flow.
@NullMarked
package kz.bagalau.appraisal.desk;

import org.jspecify.annotations.NullMarked;
