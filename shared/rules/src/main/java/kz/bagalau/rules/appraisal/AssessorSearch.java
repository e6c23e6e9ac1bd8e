package kz.bagalau.rules.appraisal;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.rules.appraisal.AssessorFinding.Basis;
import kz.bagalau.rules.appraisal.AssessorFinding.Rule;
import kz.bagalau.rules.appraisal.AssessorFinding.Step;
import kz.bagalau.rules.appraisal.AssessorFinding.Trail;
import kz.bagalau.rules.staff.Category;
import kz.bagalau.rules.staff.HeadPost;
import kz.bagalau.rules.staff.Post;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.rules.staff.Substitution;
import kz.bagalau.rules.staff.Unit;

/// Who assesses whom: No. 245, ¶3, ¶16. The assessee's position and the one above it are those of
/// the case's last day; who holds the one above, and whether they are there, is asked about the day
/// of scoring.
public final class AssessorSearch {

    private final Staff staff;
    private final LocalDate last;
    private final LocalDate scoring;
    private final Trail trail = new Trail();

    private AssessorSearch(Staff staff, LocalDate last, LocalDate scoring) {
        this.staff = staff;
        this.last = last;
        this.scoring = scoring;
    }

    /// A position above, as the search finds it.
    private sealed interface Above {

        /// Who held it on the case's last day, or last before; empty where nobody is known.
        Optional<Post> former();
    }

    /// The post of a unit's head.
    private record OfUnit(String unit, Optional<Post> former) implements Above {}

    private record OfFirstHead(Optional<Post> former) implements Above {}

    private record OfApparatus(Optional<Post> former) implements Above {}

    /// A post that only its holder shows.
    private record OfPerson(String person, Optional<Post> former) implements Above {}

    /// @param post the assessee's, on the case's last day
    /// @param last the case's last day
    /// @param scoring the day on which somebody is to score
    public static AssessorFinding find(Staff staff, Post post, LocalDate last, LocalDate scoring) {
        return new AssessorSearch(staff, last, scoring).find(post);
    }

    /// The part of ¶16 that an assessee falls under, the first that fits.
    // DOUBT: a leading D-3 that heads no unit fits part 2 and part 3 (G-08), read as part 2 because
    // "other leading positions" comes first.
    public static Rule rule(Post post) {
        if (post.has(Category.D_O_1) || (post.has(Category.D_3) && post.unitHead())) {
            return Rule.RULE_1;
        }
        if (post.leading()) {
            return Rule.RULE_2;
        }
        return post.has(Category.D_3) ? Rule.RULE_3 : Rule.RULE_4;
    }

    private AssessorFinding find(Post post) {
        Rule rule = rule(post);
        trail.add(
                switch (rule) {
                    case RULE_1 -> Step.IS_RULE_1;
                    case RULE_2 -> Step.IS_RULE_2;
                    case RULE_3 -> Step.IS_RULE_3;
                    case RULE_4 -> Step.IS_RULE_4;
                });
        if (rule == Rule.RULE_2 && post.has(Category.D_3)) {
            trail.add(Step.FITS_TWO_PARTS);
        }
        boolean apparatus = decidedForApparatus(post);
        Optional<Above> above =
                apparatus
                        ? apparatusPost()
                        : rule.namesDirectManager() ? directManager(post) : nearestHead(post);
        return above.map(found ->
                        assess(post, rule, found, apparatus ? Basis.APPARATUS_HEAD : rule.basis()))
                .orElseGet(() -> trail.nobody(rule));
    }

    /// Whether the first head's decision concerns the assessee: a direct subordinate of the first
    /// head, whose post may be vacant by then, who is not the head of the apparatus.
    // DOUBT: on which day the decision must be in force is not said, read as the case's last day,
    // like the assessee's own position.
    private boolean decidedForApparatus(Post post) {
        return staff.decidedForApparatus(post.person(), last)
                && !post.apparatusHead()
                && post.manager()
                        .flatMap(manager -> staff.lastPostOf(manager, last))
                        .filter(Post::firstHead)
                        .isPresent();
    }

    private Optional<Above> apparatusPost() {
        trail.add(Step.APPARATUS);
        return Optional.of(new OfApparatus(staff.lastApparatusHead(last)));
    }

    private Optional<Above> directManager(Post post) {
        Optional<String> manager = post.manager();
        if (manager.isEmpty()) {
            trail.add(Step.NO_MANAGER);
            return Optional.empty();
        }
        trail.add(Step.DIRECT_MANAGER, manager.get());
        return Optional.of(position(manager.get()));
    }

    /// The position of a manager, as far as it can be known without its holder.
    private Above position(String manager) {
        return staff.lastPostOf(manager, last)
                .map(AssessorSearch::position)
                .orElseGet(() -> new OfPerson(manager, Optional.empty()));
    }

    private static Above position(Post post) {
        Optional<Post> former = Optional.of(post);
        if (post.unitHead()) {
            return new OfUnit(post.unit(), former);
        }
        if (post.apparatusHead()) {
            return new OfApparatus(former);
        }
        if (post.firstHead()) {
            return new OfFirstHead(former);
        }
        return post.headsUnit()
                ? new OfUnit(post.unit(), former)
                : new OfPerson(post.person(), former);
    }

    /// The first head's post as ¶2(3) defines it on the way up from the assessee's unit, filled or
    /// vacant (G-36).
    private Optional<Above> nearestHead(Post post) {
        Set<String> passed = new HashSet<>();
        Optional<String> unit = staff.unit(post.unit()).map(Unit::id);
        while (unit.isPresent() && passed.add(unit.get())) {
            switch (staff.headOf(unit.get(), last)) {
                case HeadPost.Filled(var holder) when !holder.person().equals(post.person()) -> {
                    trail.add(Step.HEAD_OF_UNIT, unit.get());
                    return Optional.of(position(holder));
                }
                case HeadPost.Vacant(var vacant) -> {
                    trail.add(Step.HEAD_OF_UNIT, vacant);
                    return Optional.of(new OfUnit(vacant, Optional.empty()));
                }
                case HeadPost.Filled _, HeadPost.None() -> {}
            }
            unit = staff.unit(unit.get()).flatMap(Unit::parent);
        }
        trail.add(Step.NO_HEAD);
        return Optional.empty();
    }

    private AssessorFinding assess(Post assessee, Rule rule, Above above, Basis basis) {
        Optional<String> holder = holder(above);
        if (holder.filter(person -> staff.isPresent(person, scoring)).isPresent()) {
            trail.add(Step.HOLDER, holder.get());
            return unlessSelf(assessee, rule, holder.get(), basis);
        }
        trail.add(holder.isPresent() ? Step.ABSENT : Step.VACANT, holder.orElse(name(above)));
        Optional<Substitution> substitution = substitution(above, holder);
        if (substitution.isEmpty()) {
            trail.add(Step.NO_SUBSTITUTE, scoring);
            return trail.nobody(rule);
        }
        String substitute = substitution.get().substitute();
        if (!staff.isPresent(substitute, scoring)) {
            trail.add(Step.SUBSTITUTE_ABSENT, substitute);
            return trail.nobody(rule);
        }
        trail.add(Step.SUBSTITUTE, substitute, substitution.get().order().number());
        return unlessSelf(assessee, rule, substitute, Basis.SUBSTITUTE);
    }

    private AssessorFinding unlessSelf(Post assessee, Rule rule, String person, Basis basis) {
        if (person.equals(assessee.person())) {
            trail.add(Step.IS_THE_ASSESSEE);
            return trail.nobody(rule);
        }
        return trail.found(rule, person, basis);
    }

    private Optional<String> holder(Above above) {
        Optional<Post> holder =
                switch (above) {
                    case OfUnit post -> headOf(post);
                    case OfFirstHead _ -> staff.firstHead(scoring);
                    case OfApparatus _ -> staff.apparatusHead(scoring);
                    case OfPerson(var person, var former) ->
                            staff.postOf(person, scoring)
                                    .filter(post ->
                                            former.filter(was -> was.unit().equals(post.unit()))
                                                    .isPresent());
                };
        return holder.map(Post::person);
    }

    /// Who heads the unit on the day of scoring, of whatever category: a manager by rule 1 or 3
    /// need be no head as ¶2(3) defines it. A D-O-1 beside the head of a unit holds another post.
    private Optional<Post> headOf(OfUnit post) {
        List<Post> heads = staff.headsOf(post.unit(), scoring);
        if (post.former().isEmpty()) {
            return heads.stream().filter(Post::definedHead).findFirst().or(() -> first(heads));
        }
        return post.former().get().has(Category.D_O_1)
                ? heads.stream()
                        .filter(head -> head.has(Category.D_O_1))
                        .findFirst()
                        .or(() -> first(heads))
                : first(heads).filter(Post::unitHead);
    }

    private static Optional<Post> first(List<Post> heads) {
        return heads.stream().findFirst();
    }

    /// ¶3 part 3: by order, for the absent holder, or for the one who held the post on the case's
    /// last day or last before; for a unit's vacant post also as such.
    private Optional<Substitution> substitution(Above above, Optional<String> holder) {
        if (holder.isPresent()) {
            return staff.substitutionFor(holder.get(), scoring);
        }
        return unitOf(above)
                .flatMap(vacant -> staff.substitutionForHead(vacant, scoring))
                .or(() ->
                        formerHolder(above)
                                .flatMap(person -> staff.substitutionFor(person, scoring)));
    }

    private static Optional<String> unitOf(Above above) {
        return above instanceof OfUnit(var unit, _)
                ? Optional.of(unit)
                : above.former().filter(Post::headsUnit).map(Post::unit);
    }

    private static Optional<String> formerHolder(Above above) {
        return above instanceof OfPerson(var person, _)
                ? Optional.of(person)
                : above.former().map(Post::person);
    }

    private static String name(Above above) {
        return unitOf(above).or(() -> formerHolder(above)).orElse("");
    }
}
