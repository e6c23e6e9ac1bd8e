/// The right to send one file, and the empty workbooks to fill in.
@NullMarked
package kz.bagalau.reports.upload;

import org.jspecify.annotations.NullMarked;
