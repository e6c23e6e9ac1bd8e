/// What is thrown at the readers of files by the profile `fuzz`, and a replay of its corpus in
/// every build. The targets know nothing of the program that drives them.
@NullMarked
package kz.bagalau.forms.fuzz;

import org.jspecify.annotations.NullMarked;
