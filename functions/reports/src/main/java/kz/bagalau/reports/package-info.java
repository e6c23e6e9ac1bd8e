/// Reports of state bodies: what is due when, the files that come, what they say, and what is found
/// wrong with them (¶12, ¶24 and the forms of the Methodology). It publishes facts and must not
/// know what scoring makes of them. Here are the functions; each subject has a package of its own.
@NullMarked
package kz.bagalau.reports;

import org.jspecify.annotations.NullMarked;
