/// What may follow a published result: the application for a calibration session, its members,
/// rounds and protocol, appeals and objections.
@NullMarked
package kz.bagalau.appraisal.calibration;

import org.jspecify.annotations.NullMarked;
