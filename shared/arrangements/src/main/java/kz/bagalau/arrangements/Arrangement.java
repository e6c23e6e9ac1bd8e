package kz.bagalau.arrangements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.bagalau.rules.workmode.FlexibleTerm;
import kz.bagalau.rules.workmode.RecallTerm;
import kz.bagalau.rules.workmode.RemoteTerm;
import kz.bagalau.rules.workmode.Term;

/// What stands for one employee of a body by acts of order 120. What an act no longer gives stays
/// as a term without days, so that the employee's acts are found here.
public record Arrangement(
        String employee,
        List<Held<FlexibleTerm>> flexible,
        List<Held<RemoteTerm>> remote,
        List<Held<RecallTerm>> recalls) {

    /// @param act the id of the act's document
    public record Held<T>(String act, T term) {}

    public Arrangement {
        flexible = List.copyOf(flexible);
        remote = List.copyOf(remote);
        recalls = List.copyOf(recalls);
    }

    /// Nothing stands.
    public static Arrangement none(String employee) {
        return new Arrangement(employee, List.of(), List.of(), List.of());
    }

    /// With what an act of flexible time now gives, in place of what it gave.
    public Arrangement with(String act, FlexibleTerm term) {
        return new Arrangement(employee, replaced(flexible, act, term), remote, recalls);
    }

    /// With what an act of remote or combined work now gives.
    public Arrangement with(String act, RemoteTerm term) {
        return new Arrangement(employee, flexible, replaced(remote, act, term), recalls);
    }

    /// With a recall from an act as it now stands; a withdrawn one is empty.
    public Arrangement with(String act, String recall, Optional<RecallTerm> term) {
        List<Held<RecallTerm>> next = new ArrayList<>(recalls);
        next.removeIf(held -> held.term().id().equals(recall));
        term.ifPresent(standing -> next.add(new Held<>(act, standing)));
        return new Arrangement(employee, flexible, remote, next);
    }

    /// The terms of the other acts of flexible time.
    public List<Term> flexibleBeside(String act) {
        return beside(flexible.stream(), act).map(FlexibleTerm::term).toList();
    }

    /// The terms of the other acts of remote or combined work.
    public List<Term> remoteBeside(String act) {
        return beside(remote.stream(), act).map(RemoteTerm::term).toList();
    }

    /// The act of remote or combined work that holds on a day.
    public Optional<Held<RemoteTerm>> remoteOn(LocalDate day) {
        return remote.stream().filter(held -> held.term().term().on(day)).findFirst();
    }

    /// The recalls on the days of the acts that they are from: one from which nobody returned ends
    /// with its act, and recalls nobody from a later one.
    public List<RecallTerm> recallsInForce() {
        return recalls.stream()
                .flatMap(recall ->
                        remote.stream()
                                .filter(held -> held.act().equals(recall.act()))
                                .map(held -> recall.term().within(held.term().term())))
                .toList();
    }

    /// Whether on no day two acts of one kind hold.
    public boolean isSound() {
        return apart(flexible.stream().map(held -> held.term().term()).toList())
                && apart(remote.stream().map(held -> held.term().term()).toList());
    }

    private static boolean apart(List<Term> terms) {
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            if (!term.lastDay().isBefore(term.from())
                    && Term.overlapping(terms.subList(0, i), term.from(), term.lastDay())
                            .isPresent()) {
                return false;
            }
        }
        return true;
    }

    private static <T> Stream<T> beside(Stream<Held<T>> all, String act) {
        return all.filter(held -> !held.act().equals(act)).map(Held::term);
    }

    private static <T> List<Held<T>> replaced(List<Held<T>> all, String act, T term) {
        List<Held<T>> next = new ArrayList<>(all);
        next.removeIf(held -> held.act().equals(act));
        next.add(new Held<>(act, term));
        return next;
    }
}
