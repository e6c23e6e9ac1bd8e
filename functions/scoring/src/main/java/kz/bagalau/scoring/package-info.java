/// Scoring: what the methodology makes of the facts. Knows nothing of how facts are collected.
@NullMarked
package kz.bagalau.scoring;

import org.jspecify.annotations.NullMarked;
