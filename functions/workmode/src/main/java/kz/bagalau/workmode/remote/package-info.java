/// Acts of remote and combined work (No. 120, ¶6 to ¶12), and the recalls from it.
@NullMarked
package kz.bagalau.workmode.remote;

import org.jspecify.annotations.NullMarked;
