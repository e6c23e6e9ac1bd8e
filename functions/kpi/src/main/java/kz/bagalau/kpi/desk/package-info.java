/// What every case of the procedure stands on: its stores, the managers of an employee, the terms,
/// the problems and warnings. Knows no plan, sheet or commission.
@NullMarked
package kz.bagalau.kpi.desk;

import org.jspecify.annotations.NullMarked;
