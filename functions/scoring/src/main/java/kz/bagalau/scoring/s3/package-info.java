/// The bucket of a run's documents.
@NullMarked
package kz.bagalau.scoring.s3;

import org.jspecify.annotations.NullMarked;
