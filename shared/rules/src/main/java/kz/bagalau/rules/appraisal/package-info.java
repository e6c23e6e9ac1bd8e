/// The quarterly assessment of employees by No. 245, and what the assessment by KPI shares with it:
/// tenure, grades, methodologies with their settings. Knows nothing of documents, states and who is
/// logged in.
@NullMarked
package kz.bagalau.rules.appraisal;

import org.jspecify.annotations.NullMarked;
