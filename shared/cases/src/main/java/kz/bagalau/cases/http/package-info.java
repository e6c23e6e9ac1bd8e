/// How the events of documents are asked for and answered over HTTP, in one way for every
/// capability. Knows nothing of any act.
@NullMarked
package kz.bagalau.cases.http;

import org.jspecify.annotations.NullMarked;
