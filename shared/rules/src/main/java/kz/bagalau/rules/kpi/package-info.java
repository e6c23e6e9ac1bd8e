/// The assessment of employees by KPI: No. 02-17/15, chapter 6. Tenure, grades and methodologies
/// are those of the quarterly assessment; quorum and votes stand in [kz.bagalau.rules.vote].
@NullMarked
package kz.bagalau.rules.kpi;

import org.jspecify.annotations.NullMarked;
