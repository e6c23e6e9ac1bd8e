/// What stands over all documents: whose turn it is and by when, the reminders before a day and the
/// escalation after it, the messages that carry them, a calendar feed, and the audit trails. Knows
/// documents by their names, owners and days only, and nothing of what they say.
@NullMarked
package kz.bagalau.reminders;

import org.jspecify.annotations.NullMarked;
