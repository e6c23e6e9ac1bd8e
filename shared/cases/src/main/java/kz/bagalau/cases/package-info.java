/// Documents that stand in a state, with their history, their audit trail and the tasks that they
/// open; and editions of what has no states. Knows nothing of what a document says, nor of who may
/// change it. Never for ballots, registers, signing keys or the answers of exit interviews.
@NullMarked
package kz.bagalau.cases;

import org.jspecify.annotations.NullMarked;
