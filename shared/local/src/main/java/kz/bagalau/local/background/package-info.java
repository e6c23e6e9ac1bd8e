/// What runs without a request: schedules, queues and their dead letters. Uses `data` and
/// `functions`.
@NullMarked
package kz.bagalau.local.background;

import org.jspecify.annotations.NullMarked;
