/// Exit interviews (Appendix 12): personnel services announce who leaves, leavers answer, the
/// Agency learns why people leave, and the counts become facts. No type that is made for an answer
/// of HTTP holds the answers of one person; scores are not known here.
@NullMarked
package kz.bagalau.exit;

import org.jspecify.annotations.NullMarked;
