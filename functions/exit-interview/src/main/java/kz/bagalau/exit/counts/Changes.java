package kz.bagalau.exit.counts;

import java.util.List;

/// Which bodies' counts of a year are to be made, or made again: every change of the register and
/// every interview notes it in its own transaction, so that none is forgotten.
public interface Changes {

    /// @param version counts the changes
    /// @param counted the version that was counted last; 0 for none
    record Change(String body, int year, long version, long counted) {

        public boolean uncounted() {
            return counted < version;
        }
    }

    List<Change> all();

    /// Notes that the counts of this version were published; for good where nothing but a change
    /// can alter them any more.
    void counted(Change change, boolean forGood);
}
