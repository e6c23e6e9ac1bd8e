/// Acts of flexible time (No. 120, ¶17, ¶18, ¶21): set on applications, extended, and cancelled for
/// violations that were confirmed.
@NullMarked
package kz.bagalau.workmode.flexible;

import org.jspecify.annotations.NullMarked;
