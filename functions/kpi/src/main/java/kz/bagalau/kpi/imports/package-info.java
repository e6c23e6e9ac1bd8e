/// Plans and sheets of the past that a body kept in Excel, taken as entries of the archive.
@NullMarked
package kz.bagalau.kpi.imports;

import org.jspecify.annotations.NullMarked;
