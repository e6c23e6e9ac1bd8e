/// Decisions by open votes, and appeals against them. Knows who is a member, who was present and
/// how each voted; nothing of what the decision is about.
@NullMarked
package kz.bagalau.rules.vote;

import org.jspecify.annotations.NullMarked;
