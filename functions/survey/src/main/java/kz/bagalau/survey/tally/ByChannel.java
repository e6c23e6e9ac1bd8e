package kz.bagalau.survey.tally;

import java.util.ArrayList;
import java.util.List;

/// Votes or texts, those of people who logged in apart from those of slips. A minimum counts the
/// first alone.
public record ByChannel<T>(List<T> login, List<T> slip) {

    public ByChannel {
        login = List.copyOf(login);
        slip = List.copyOf(slip);
    }

    public List<T> all() {
        List<T> all = new ArrayList<>(login);
        all.addAll(slip);
        return all;
    }
}
