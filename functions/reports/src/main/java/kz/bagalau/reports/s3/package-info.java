/// The files of reports in a bucket. Keys and headers live here only; nothing outside of this
/// capability may know them.
@NullMarked
package kz.bagalau.reports.s3;

import org.jspecify.annotations.NullMarked;
