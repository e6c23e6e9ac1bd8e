/// Plans of visits (121 ¶9, ¶10): their items by quarter, their approval, and what a body is sent.
@NullMarked
package kz.bagalau.worktime.plan;

import org.jspecify.annotations.NullMarked;
