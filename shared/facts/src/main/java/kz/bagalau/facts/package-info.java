/// The facts about state bodies: what capabilities publish and scoring reads. Knows nothing of how
/// a fact comes about, nor of scores.
@NullMarked
package kz.bagalau.facts;

import org.jspecify.annotations.NullMarked;
