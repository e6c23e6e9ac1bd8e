/// The flows of documents that stand in a state: who may do what in which state, by which paragraph
/// and within which term, as tables that a lawyer can read. Knows nothing of how a document is
/// stored, and nothing of what must be true of its content before an event.
@NullMarked
package kz.bagalau.rules.flow;

import org.jspecify.annotations.NullMarked;
