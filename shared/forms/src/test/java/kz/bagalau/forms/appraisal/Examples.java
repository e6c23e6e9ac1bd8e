package kz.bagalau.forms.appraisal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.bagalau.forms.printed.Signature;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.appraisal.AppraisalForm;
import kz.bagalau.rules.appraisal.AppraisalSetting.Rounding;
import kz.bagalau.rules.appraisal.AssessorFinding.Basis;
import kz.bagalau.rules.appraisal.CalibrationMembers.Kind;
import kz.bagalau.rules.appraisal.Eligibility.Verdict;
import kz.bagalau.rules.appraisal.Grade;

/// An employee of a regional board, scored, calibrated and averaged.
final class Examples {

    static final LocalText ACT =
            new LocalText(
                    "Маңғыстау облысы әкімдігінің 18.11.2025 № 245 қаулысымен бекітілген әдістеме",
                    "Методика, утверждённая постановлением акимата Мангистауской области от"
                            + " 18.11.2025 № 245",
                    "Methodology approved by resolution No. 245 of the akimat of Mangystau region"
                            + " of 18.11.2025");
    static final LocalText BODY =
            new LocalText(
                    "Маңғыстау облысының қаржы басқармасы",
                    "Управление финансов Мангистауской области",
                    "Finance board of Mangystau region");
    static final Person EMPLOYEE =
            new Person(
                    "Әбдіғаппарова Гүлнәр Қайратқызы",
                    new LocalText("бас маман", "главный специалист", "chief specialist"),
                    new LocalText("Бюджет бөлімі", "Отдел бюджета", "Budget division"));
    static final AssessmentForm FORM =
            new AssessmentForm(
                    new LocalText(
                            "Үлгілік әдістемеге 2-қосымша",
                            "Приложение 2 к Типовой методике",
                            "Annex 2 to the Standard Methodology"),
                    AppraisalForm.Status.PLACEHOLDER);
    static final LocalText HEAD =
            new LocalText("басқарма басшысы", "руководитель управления", "head");

    private Examples() {}

    static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    static BigDecimal points(String points) {
        return new BigDecimal(points);
    }

    /// E105 and E16: three stretches of which sick leave is taken, a business trip is not.
    static Eligibility eligibility() {
        return new Eligibility(
                Verdict.ELIGIBLE,
                List.of(
                        new Eligibility.Stretch(
                                day(2025, 7, 1), day(2025, 7, 13), day(2025, 7, 31), 8),
                        new Eligibility.Stretch(
                                day(2025, 8, 9), day(2025, 9, 30), day(2025, 9, 8), 36)),
                List.of(
                        new Eligibility.Absence(
                                new LocalText(
                                        "еңбекке уақытша жарамсыздық",
                                        "временная нетрудоспособность",
                                        "sick leave"),
                                day(2025, 9, 1),
                                day(2025, 9, 5),
                                4,
                                false),
                        new Eligibility.Absence(
                                new LocalText("іссапар", "командировка", "business trip"),
                                day(2025, 9, 15),
                                day(2025, 9, 19),
                                5,
                                true)),
                40,
                15,
                Optional.empty());
    }

    /// 4.5 + 4 + 4 = 12.5, of three items.
    static Score score() {
        return new Score(
                new Fraction(points("12.5"), points("3")),
                points("4.17"),
                Rounding.HALF_UP_2,
                Grade.EFFECTIVE);
    }

    static List<AppraisalSheet.Item> items(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i ->
                        new AppraisalSheet.Item(
                                new LocalText(
                                        i + "-көрсеткіш: міндеттерді уақтылы орындау",
                                        "Показатель " + i + ": своевременное исполнение",
                                        "Item " + i + ": duties done in time"),
                                Optional.empty(),
                                Optional.of(points(i == 1 ? "4.5" : "4")),
                                i == 1 ? "Есептер мерзімінен бұрын тапсырылды" : ""))
                .toList();
    }

    static AppraisalSheet sheet() {
        return sheet(FORM, items(3), List.of(calibrated()));
    }

    static AppraisalSheet.Change calibrated() {
        return new AppraisalSheet.Change(
                AppraisalSheet.Change.Kind.SESSION,
                day(2025, 11, 5),
                points("4.17"),
                points("3.8"),
                Grade.PROPER,
                "№ 3 хаттама");
    }

    static AppraisalSheet sheet(
            AssessmentForm form,
            List<AppraisalSheet.Item> items,
            List<AppraisalSheet.Change> history) {
        return new AppraisalSheet(
                "a-2025-3-17",
                ACT,
                form,
                BODY,
                new Quarter(2025, 3),
                day(2025, 7, 1),
                day(2025, 9, 30),
                EMPLOYEE,
                AppraisalState.FINAL,
                eligibility(),
                false,
                Optional.of(
                        new AppraisalSheet.Assessor(
                                "Жүнісов Өмір Һамитұлы", HEAD, Basis.RULE_4, "")),
                items,
                Optional.of(
                        new AppraisalSheet.Result(
                                score(),
                                "Жүнісов Өмір Һамитұлы",
                                day(2025, 10, 22),
                                true,
                                Optional.of(day(2025, 10, 22)))),
                "Жалпы алғанда жақсы",
                day(2025, 10, 20),
                history);
    }

    static AppraisalSheet notAssessed() {
        return new AppraisalSheet(
                "a-2025-3-18",
                ACT,
                FORM,
                BODY,
                new Quarter(2025, 3),
                day(2025, 7, 1),
                day(2025, 9, 30),
                EMPLOYEE,
                AppraisalState.NOT_ASSESSED,
                new Eligibility(
                        Verdict.NOT_LT_15_DAYS,
                        List.of(
                                new Eligibility.Stretch(
                                        day(2025, 7, 1), day(2025, 9, 30), day(2025, 7, 31), 65)),
                        List.of(
                                new Eligibility.Absence(
                                        new LocalText("ауру", "болезнь", "illness"),
                                        day(2025, 7, 1),
                                        day(2025, 9, 15),
                                        51,
                                        false)),
                        14,
                        15,
                        Optional.of("қағаз бұйрық бойынша")),
                true,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "",
                day(2025, 10, 20),
                List.of());
    }

    /// E53, then E52: no majority, then two of three for 3.80.
    static CalibrationProtocol protocol() {
        return protocol(
                List.of(round("3.8", "4.5", "4.2"), round("3.8", "3.80", "4.5")),
                members("Мұқанов Ержан", "Исаева Жанар", "Ким Вера"));
    }

    static CalibrationProtocol.Round round(String... scores) {
        List<CalibrationProtocol.Vote> votes = new ArrayList<>();
        List<String> names = List.of("Мұқанов Ержан", "Исаева Жанар", "Ким Вера");
        for (String score : scores) {
            int at = votes.size();
            votes.add(
                    new CalibrationProtocol.Vote(
                            at < 3 ? names.get(at) : "Мүше " + at,
                            at == 2 ? Kind.HR : Kind.ASSESSOR,
                            score.isEmpty() ? Optional.empty() : Optional.of(points(score))));
        }
        return new CalibrationProtocol.Round(day(2025, 11, 5), votes);
    }

    static List<CalibrationProtocol.Member> members(String... names) {
        return IntStream.range(0, names.length)
                .mapToObj(i ->
                        new CalibrationProtocol.Member(
                                names[i],
                                HEAD,
                                i == 2 ? Kind.HR : Kind.ASSESSOR,
                                new Signature.Open(names[i])))
                .toList();
    }

    static CalibrationProtocol protocol(
            List<CalibrationProtocol.Round> rounds, List<CalibrationProtocol.Member> members) {
        return new CalibrationProtocol(
                "a-2025-3-17",
                ACT,
                AppraisalForm.Status.PLACEHOLDER,
                BODY,
                "3",
                day(2025, 11, 5),
                new Quarter(2025, 3),
                EMPLOYEE,
                "Жүнісов Өмір Һамитұлы, басқарма басшысы",
                new CalibrationProtocol.Application(
                        day(2025, 10, 24),
                        day(2025, 10, 24),
                        true,
                        "Баға төмендетілген деп санаймын"),
                new CalibrationProtocol.Decision(
                        CalibrationProtocol.Decision.By.OFFICIAL, "№ 91 бұйрық", day(2025, 10, 28)),
                members,
                "",
                List.of(
                        new CalibrationProtocol.EarlierMembers(
                                day(2025, 10, 27),
                                List.of("Мұқанов Ержан", "Ахметов Ілияс"),
                                "ауырып қалды")),
                new CalibrationProtocol.Statement.Made(
                        "Жүнісов Өмір Һамитұлы", "Есептер уақытында тапсырылды"),
                Optional.of(
                        new CalibrationProtocol.Argument(
                                CalibrationProtocol.Argument.Form.WRITTEN,
                                "Жүктеме екі есе болды")),
                rounds,
                points("4.17"),
                Optional.of(
                        new CalibrationProtocol.Outcome(
                                points("3.8"),
                                Grade.PROPER,
                                CalibrationProtocol.Outcome.Direction.DOWN)),
                new CalibrationProtocol.Upload(
                        Optional.of(day(2025, 11, 10)), Optional.of(day(2025, 11, 7)), ""));
    }

    static QuarterList quarter() {
        return new QuarterList(
                ACT,
                BODY,
                new Quarter(2025, 3),
                day(2025, 11, 8),
                List.of(
                        new QuarterList.Row(
                                EMPLOYEE,
                                "Жүнісов Өмір Һамитұлы",
                                AppraisalState.FINAL,
                                Optional.of(points("3.8")),
                                Optional.of(Grade.PROPER),
                                day(2025, 10, 20),
                                true,
                                AppraisalForm.Status.PLACEHOLDER),
                        new QuarterList.Row(
                                new Person("=cmd|' /C calc'!A0", HEAD, BODY),
                                "",
                                AppraisalState.CHECKING,
                                Optional.empty(),
                                Optional.empty(),
                                day(2025, 10, 20),
                                false,
                                AppraisalForm.Status.OFFICIAL)));
    }

    /// E116: 3.50 three times and 3.00 is 13.50 / 4 = 3.375, rounded 3.38; and a year without Q4.
    static YearlyList year() {
        YearlyList.Part half =
                new YearlyList.Part(Optional.of(Fraction.of(points("3.5"))), Optional.empty(), "");
        List<YearlyList.Part> chosen = new ArrayList<>(Collections.nCopies(3, half));
        chosen.add(
                new YearlyList.Part(
                        Optional.of(Fraction.of(points("3"))), Optional.empty(), "№ 12 хат"));
        List<YearlyList.Part> open = new ArrayList<>(Collections.nCopies(2, half));
        open.add(new YearlyList.Part(Optional.empty(), Optional.empty(), ""));
        open.add(new YearlyList.Part(Optional.empty(), Optional.of(YearlyList.Open.NO_SCORE), ""));
        return new YearlyList(
                ACT,
                BODY,
                2025,
                day(2026, 1, 30),
                List.of(
                        new YearlyList.Row(
                                EMPLOYEE,
                                chosen,
                                Optional.of(
                                        new Score(
                                                new Fraction(points("13.5"), points("4")),
                                                points("3.38"),
                                                Rounding.HALF_UP_2,
                                                Grade.PROPER)),
                                YearlyList.State.REFORMED,
                                Optional.of(day(2026, 1, 30)),
                                2,
                                AppraisalForm.Status.PLACEHOLDER),
                        new YearlyList.Row(
                                EMPLOYEE,
                                open,
                                Optional.of(
                                        new Score(
                                                new Fraction(points("7"), points("2")),
                                                points("3.5"),
                                                Rounding.HALF_UP_2,
                                                Grade.PROPER)),
                                YearlyList.State.FORMED,
                                Optional.of(day(2026, 1, 30)),
                                1,
                                AppraisalForm.Status.OFFICIAL)));
    }

    static DestructionAct destruction(int rows, String employee) {
        return destruction(rows, employee, day(2029, 1, 21));
    }

    static DestructionAct destruction(int rows, String employee, LocalDate on) {
        return new DestructionAct(
                "d-2029-1",
                ACT,
                BODY,
                "7",
                on,
                Collections.nCopies(
                        rows,
                        new DestructionAct.Row(
                                employee,
                                new Quarter(2025, 4),
                                new LocalText(
                                        "бағалау парағы, хаттама",
                                        "оценочный лист, протокол",
                                        "sheet, protocol"),
                                day(2026, 1, 20),
                                day(2029, 1, 20))),
                "қағазды ұсақтау",
                new DestructionAct.Signer(HEAD, new Signature.Open("Оңғарбаев Ұ. І.")),
                List.of(
                        new DestructionAct.Signer(
                                new LocalText(
                                        "персоналды басқару қызметінің басшысы",
                                        "руководитель службы управления персоналом",
                                        "head of the personnel service"),
                                Signature.open()),
                        new DestructionAct.Signer(HEAD, Signature.open())));
    }
}
