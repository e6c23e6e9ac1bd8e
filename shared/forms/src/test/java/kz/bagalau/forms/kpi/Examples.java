package kz.bagalau.forms.kpi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.bagalau.forms.printed.Signature;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.appraisal.Grade;

/// An employee of the Revision Commission for Almaty region, her plan, her sheet and the meeting.
final class Examples {

    static final Body BODY =
            Body.institution(
                    new LocalText(
                            "Алматы облысы бойынша тексеру комиссиясы",
                            "Ревизионная комиссия по Алматинской области",
                            "Revision Commission for Almaty region"));
    static final Period YEAR = new Period(day(2022, 1, 1), day(2022, 12, 31));
    static final Period LONG = new Period(day(2021, 7, 1), day(2022, 12, 31));
    static final String EMPLOYEE = "Әбдіғаппарова Гүлнәр Қайратқызы";
    static final LocalText POSITION =
            new LocalText("бас маман", "главный специалист", "chief specialist");
    static final LocalText UNIT =
            new LocalText(
                    "Қаржылық бақылау бөлімі",
                    "Отдел финансового контроля",
                    "Financial control division");

    private Examples() {}

    static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    static WorkPlan plan() {
        return plan(YEAR, rows(5), new Signature.Signed("Әбдіғаппарова Г. Қ.", day(2022, 1, 12)));
    }

    static WorkPlan plan(Period period, List<WorkPlan.Row> rows, Signature employee) {
        return new WorkPlan(
                "plan-17",
                false,
                BODY,
                period,
                EMPLOYEE,
                POSITION,
                UNIT,
                rows,
                new Signature.Signed("Оңғарбаев Ұ. І.", day(2022, 1, 14)),
                employee,
                new Signature.Signed("Жүнісов Ө. Һ.", day(2022, 1, 12)),
                Optional.empty());
    }

    static List<WorkPlan.Row> rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i ->
                        new WorkPlan.Row(
                                i + "-көрсеткіш: аудит жоспарының орындалуы",
                                "Келісімнің " + i + "-көрсеткіші",
                                "пайыз",
                                "100",
                                day(2022, 12, 25),
                                "Бюджет қаражатының тиімді жұмсалуы"))
                .toList();
    }

    static KpiSheet sheet(int achieved, Optional<Grade> grade, Signature employee) {
        return new KpiSheet(
                "sheet-17",
                false,
                BODY,
                YEAR,
                EMPLOYEE,
                POSITION,
                IntStream.rangeClosed(1, 5)
                        .mapToObj(i ->
                                new KpiSheet.Row(
                                        i + "-көрсеткіш: аудит жоспарының орындалуы",
                                        "пайыз",
                                        "100",
                                        i <= achieved ? "100" : "99",
                                        Optional.of(i <= achieved)))
                        .toList(),
                grade,
                new Signature.Signed("Оңғарбаев Ұ. І.", day(2023, 1, 20)),
                employee,
                new Signature.Signed("Жүнісов Ө. Һ.", day(2023, 1, 18)),
                Optional.empty());
    }

    static CommissionProtocol draft() {
        return new CommissionProtocol(
                "meeting-3",
                true,
                BODY,
                YEAR,
                List.of(row(EMPLOYEE, Optional.empty())),
                "",
                Signature.open(),
                new Signature.Open("Сәрсенова Ә. Б."),
                new Signature.Open("Төлегенов Қ. Ғ."),
                List.of(new Signature.Open("Мұқанов Е. С.")),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    static CommissionProtocol.Row row(String employee, Optional<Grade> correction) {
        return new CommissionProtocol.Row(
                employee,
                Grade.EFFECTIVE,
                5,
                5,
                correction,
                correction.isPresent() ? "Дәлелдер толықтырылсын" : "");
    }

    /// Corrected by the chair's casting vote, after a motion that was not carried; a new round.
    static CommissionProtocol protocol() {
        return protocol(
                List.of(
                        row(EMPLOYEE, Optional.of(Grade.PROPER)),
                        row("Ibraimov Қанат", Optional.empty())),
                List.of(
                        motion(Optional.empty(), 1, 4, CommissionProtocol.Outcome.NOT_CARRIED),
                        motion(
                                Optional.of(Grade.PROPER),
                                2,
                                2,
                                CommissionProtocol.Outcome.CARRIED_BY_CHAIR)));
    }

    static CommissionProtocol protocol(
            List<CommissionProtocol.Row> rows, List<CommissionProtocol.Motion> motions) {
        return new CommissionProtocol(
                "meeting-4",
                false,
                BODY,
                LONG,
                rows,
                "Бағалау нәтижелері түзетілді",
                new Signature.Signed("Мусаев М.", day(2023, 6, 5)),
                new Signature.Signed("Сәрсенова Ә. Б.", day(2023, 6, 1)),
                new Signature.Signed("Төлегенов Қ. Ғ.", day(2023, 6, 1)),
                List.of(
                        new Signature.Signed("Мұқанов Е. С.", day(2023, 6, 1)),
                        new Signature.Absent("Исаева Ж. Т.", day(2023, 6, 1), "іссапарда"),
                        new Signature.Open("Ким В. А.")),
                Optional.of(
                        new CommissionProtocol.Meeting(
                                day(2023, 6, 1), "2023-05-22 № 14", 4, 3, motions)),
                List.of(
                        new CommissionProtocol.Earlier(
                                EMPLOYEE,
                                day(2023, 5, 29),
                                "meeting-2",
                                Grade.SATISFACTORY,
                                "2023-05-31 № 21 бұйрық")),
                Optional.of(new Archive("2023 жылғы қағаз хаттама", "№ 4 хаттаманың көшірмесі")));
    }

    static CommissionProtocol.Motion motion(
            Optional<Grade> revision,
            int inFavour,
            int against,
            CommissionProtocol.Outcome outcome) {
        return new CommissionProtocol.Motion(
                EMPLOYEE,
                revision,
                IntStream.range(0, inFavour + against)
                        .mapToObj(i ->
                                new CommissionProtocol.Vote(
                                        "Мүше " + (i + 1), i == 0, i < inFavour))
                        .toList(),
                outcome);
    }
}
