/// Scoring: the facts and what the methodology makes of them. Knows nothing of how facts are
/// collected.
@NullMarked
package kz.bagalau.scoring;

import org.jspecify.annotations.NullMarked;
