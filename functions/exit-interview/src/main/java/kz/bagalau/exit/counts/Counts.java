package kz.bagalau.exit.counts;

import java.util.Collection;
import java.util.Map;
import kz.bagalau.exit.leavers.Announcement;
import kz.bagalau.exit.leavers.Announcement.Medium;

/// The counts of Appendix 1 over some announcements.
///
/// @param service who left the civil service, those exempt included
/// @param serviceInterviewed of them, who gave an interview
/// @param body who left the body's system for another
/// @param bodyInterviewed of them, who gave an interview
/// @param exempt of all, those whom rule 7 exempts
/// @param paper interviews on paper
/// @param moved moves inside the body, which are in no other number
public record Counts(
        int service,
        int serviceInterviewed,
        int body,
        int bodyInterviewed,
        int exempt,
        int paper,
        int moved) {

    /// Rule 6 of Appendix 12: on paper at most 10 % of all, that is at most a ninth of the
    /// electronic ones.
    private static final int NINE = 9;

    /// @param given who gave an interview, and on which medium
    public static Counts of(Collection<Announcement> announcements, Map<String, Medium> given) {
        int[] dismissed = new int[2];
        int[] interviewed = new int[2];
        int exempt = 0;
        int paper = 0;
        int moved = 0;
        for (Announcement each : announcements) {
            if (each.state() == Announcement.State.WITHDRAWN) {
                continue;
            }
            int column = each.leaving().left() == Announcement.Left.SERVICE ? 0 : 1;
            switch (each.leaving().ground().rule7()) {
                case NOT_DISMISSED -> moved++;
                case EXEMPT -> {
                    dismissed[column]++;
                    exempt++;
                }
                case INTERVIEWED -> {
                    dismissed[column]++;
                    if (given.containsKey(each.id())) {
                        interviewed[column]++;
                        paper += given.get(each.id()) == Medium.PAPER ? 1 : 0;
                    }
                }
            }
        }
        return new Counts(
                dismissed[0], interviewed[0], dismissed[1], interviewed[1], exempt, paper, moved);
    }

    /// b of ¶35.
    public int dismissed() {
        return service + body;
    }

    /// a of ¶35.
    public int interviewed() {
        return serviceInterviewed + bodyInterviewed;
    }

    public boolean paperInExcess() {
        return paper > (interviewed() - paper) / NINE;
    }
}
