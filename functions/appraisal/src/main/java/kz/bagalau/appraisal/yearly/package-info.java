/// The yearly scores: of which quarters one is formed, its revisions, and what a personnel service
/// enters or chooses.
@NullMarked
package kz.bagalau.appraisal.yearly;

import org.jspecify.annotations.NullMarked;
