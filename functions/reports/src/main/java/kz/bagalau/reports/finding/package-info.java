/// What a reviewer has found of ¶24 in the reports of a body's year, and what it may bear.
@NullMarked
package kz.bagalau.reports.finding;

import org.jspecify.annotations.NullMarked;
