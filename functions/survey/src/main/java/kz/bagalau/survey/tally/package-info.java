/// Counts the ballots of one ballot group and decides which counts may be published without giving
/// away anybody. Knows neither where ballots lie nor who asks for the result.
@NullMarked
package kz.bagalau.survey.tally;

import org.jspecify.annotations.NullMarked;
