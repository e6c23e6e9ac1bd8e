package kz.bagalau.arrangements;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Saved;
import kz.bagalau.lambda.Caller;
import kz.bagalau.rules.workmode.RegulatedHours;
import kz.bagalau.rules.worktime.WorkRules;

/// What the working time of bodies rests on, in editions: each is kept, with an audit entry. A
/// change names the version that was seen, 0 where nothing stood.
public interface Regimes {

    /// How the silent places are read; version 0 is the defaults.
    Edition<Chosen> settings();

    Saved<Chosen> put(Chosen chosen, OptionalLong seen, Caller by);

    /// Every wording that is loaded.
    List<Edition<Wording>> wordings();

    /// A wording by its paragraph and first day.
    Saved<Wording> put(Wording wording, OptionalLong seen, Caller by);

    /// The internal work rules of a body and of its units, from every day on which some begin.
    List<Edition<WorkRules>> rules(String body);

    /// Rules by their unit and first day.
    Saved<WorkRules> put(String body, WorkRules rules, OptionalLong seen, Caller by);

    /// An employee's hours by work regulations (No. 120, ¶14); empty where nobody entered any.
    Optional<Edition<RegulatedHours>> regulatedHours(String body, String employee);

    /// Everybody of a body for whom such hours are entered.
    Map<String, RegulatedHours> regulatedHours(String body);

    Saved<RegulatedHours> put(
            String body, String employee, RegulatedHours hours, OptionalLong seen, Caller by);

    /// Version 0 is none.
    Edition<PersonnelSystem> personnelSystem(String body);

    Saved<PersonnelSystem> put(String body, PersonnelSystem system, OptionalLong seen, Caller by);
}
