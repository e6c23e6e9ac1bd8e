package kz.bagalau.survey.opening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.bagalau.directory.StateBody;
import kz.bagalau.lambda.Problem;
import kz.bagalau.survey.texts.SurveyProblem;

/// Who votes together. A body with fewer than 2k people would be too small for a group of its own,
/// so it joins its parent, or a pool named for it; the survey is not opened otherwise.
final class Grouping {

    /// A named set of bodies that vote as one group and get no result of their own.
    record Pool(String name, Set<String> bodies) {}

    sealed interface Decision {}

    /// @param groups the group of each body
    record Grouped(SortedMap<String, String> groups) implements Decision {}

    record Impossible(List<Problem.Error> errors) implements Decision {}

    private Grouping() {}

    /// @param bodies those of the survey, from the directory
    /// @param unknown asked for but not in the directory
    static Decision of(
            Map<String, StateBody> bodies,
            Set<String> unknown,
            List<Pool> pools,
            int minimumGroup) {
        List<Problem.Error> errors = new ArrayList<>();
        unknown.forEach(
                id -> errors.add(new Problem.Error("/bodies", SurveyProblem.UNKNOWN_BODY, id)));
        int enough = 2 * minimumGroup;
        Map<String, String> pooled = pooled(bodies, pools, enough, errors);
        SortedMap<String, String> groups = new TreeMap<>();
        for (StateBody body : bodies.values()) {
            String pool = pooled.get(body.id());
            if (body.headcount() == 0) {
                errors.add(new Problem.Error("/bodies", SurveyProblem.NO_HEADCOUNT, body.id()));
            } else if (pool != null) {
                groups.put(body.id(), pool);
            } else if (body.headcount() >= enough) {
                groups.put(body.id(), body.id());
            } else if (joinsParent(body, bodies, pooled, enough)) {
                groups.put(body.id(), body.parent().orElseThrow());
            } else {
                errors.add(
                        new Problem.Error(
                                "/bodies",
                                SurveyProblem.TOO_SMALL,
                                body.id(),
                                Integer.toString(body.headcount()),
                                Integer.toString(enough)));
            }
        }
        return errors.isEmpty() ? new Grouped(groups) : new Impossible(errors);
    }

    private static boolean joinsParent(
            StateBody body, Map<String, StateBody> bodies, Map<String, String> pooled, int enough) {
        return body.parent()
                .map(bodies::get)
                .filter(parent -> parent.headcount() >= enough)
                .filter(parent -> !pooled.containsKey(parent.id()))
                .isPresent();
    }

    private static Map<String, String> pooled(
            Map<String, StateBody> bodies,
            List<Pool> pools,
            int enough,
            List<Problem.Error> errors) {
        Map<String, String> pooled = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < pools.size(); i++) {
            Pool pool = pools.get(i);
            String at = "/pools/" + i;
            if (!names.add(pool.name()) || bodies.containsKey(pool.name())) {
                errors.add(
                        new Problem.Error(
                                at + "/name", SurveyProblem.POOL_NAME_TAKEN, pool.name()));
            }
            int people = 0;
            for (String id : pool.bodies()) {
                StateBody body = bodies.get(id);
                if (body == null) {
                    errors.add(new Problem.Error(at + "/bodies", SurveyProblem.NOT_IN_SURVEY, id));
                } else if (pooled.putIfAbsent(id, pool.name()) != null) {
                    errors.add(new Problem.Error(at + "/bodies", SurveyProblem.POOLED_TWICE, id));
                } else {
                    people += body.headcount();
                }
            }
            if (people < enough) {
                errors.add(
                        new Problem.Error(
                                at,
                                SurveyProblem.TOO_SMALL,
                                pool.name(),
                                Integer.toString(people),
                                Integer.toString(enough)));
            }
        }
        return pooled;
    }
}
