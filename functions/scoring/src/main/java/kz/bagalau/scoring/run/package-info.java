/// A run over all state bodies: its frozen list and settings, what became of each body, the ranking
/// and the manifest. Knows neither HTTP nor the stores, and nothing of how a body is scored.
@NullMarked
package kz.bagalau.scoring.run;

import org.jspecify.annotations.NullMarked;
