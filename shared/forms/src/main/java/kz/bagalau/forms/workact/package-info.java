/// Acts of order 120 on paper. Knows nothing of how an act is stored.
@NullMarked
package kz.bagalau.forms.workact;

import org.jspecify.annotations.NullMarked;
