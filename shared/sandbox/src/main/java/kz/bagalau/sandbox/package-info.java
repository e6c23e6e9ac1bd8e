/// The cloud's services on one machine: template.yaml as CloudFormation reads it, its tables on
/// dynoxide, and for each function the runtime and the rights that the template gives it. Used by
/// the one-machine host and by the tests of the functions; knows no capability and no attribute of
/// theirs.
@NullMarked
package kz.bagalau.sandbox;

import org.jspecify.annotations.NullMarked;
