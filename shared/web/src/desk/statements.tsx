import type { HeatMapProps } from '../common/chart/heat-map';
import type { StackedProps } from '../common/chart/stacked';
import { useLanguage } from '../common/language';
import { lazily } from '../common/lazily';
import { keyOf, type Question, type Section, type Survey } from '../survey/survey';
import type { ResultsAnswer, StatementResult } from './api';
import { type Column, Statement } from './statement';
import { type DeskKey, useDeskTexts } from './texts';

const Stacked = lazily<StackedProps>(() => import('../common/chart/stacked').then((loaded) => loaded.Stacked));
const HeatMap = lazily<HeatMapProps>(() => import('../common/chart/heat-map').then((loaded) => loaded.HeatMap));

/** What was answered, section by section: at a glance first, then every statement with its counts. */
export function Statements({ survey, results }: { survey: Survey; results: ResultsAnswer }) {
  const language = useLanguage();
  const columns = useColumns(survey, results);
  return (
    <div id="statements">
      {survey.questionnaire.sections.map((section) => {
        const questions = section.statements.filter(({ answer_type }) => answer_type === 'single');
        return (
          questions.length > 0 && (
            <details key={section.id} open>
              <summary>
                <h3 class="inline">{section.title[language]}</h3>
              </summary>
              <AtAGlance section={section} questions={questions} columns={columns} />
              {questions.map((question) => (
                <Statement key={question.id} question={question} columns={columns} />
              ))}
            </details>
          )
        );
      })}
    </div>
  );
}

/** Everybody first, then the people of each cut value, those who left it blank last. */
function useColumns(survey: Survey, { statements, cut }: ResultsAnswer): Column[] {
  const t = useDeskTexts();
  const language = useLanguage();
  const everyone: Column = { name: t('everyone'), statements: byId(statements ?? []) };
  if (cut === undefined) {
    return [everyone];
  }
  const asked = survey.questionnaire.demographics.questions.find((question) => keyOf(question) === cut.by);
  const blankLast = [...cut.groups].sort((one, other) => (one.value ?? Infinity) - (other.value ?? Infinity));
  const groups = blankLast.map(({ value, statements: own }): Column => {
    const label = asked?.options.find(({ code }) => code === value)?.label[language];
    return { name: value === null ? t('blank') : (label ?? String(value)), statements: byId(own) };
  });
  return [everyone, ...groups];
}

function byId(statements: StatementResult[]): Map<string, StatementResult> {
  return new Map(statements.map((statement) => [statement.id, statement]));
}

/** The codes of answers that are scored, the worst first. */
const CODES = [1, 2, 3, 4] as const;

/** The statements of a section that are scored: the shares of answers to both sides of zero, or, for a cut, means by group. */
function AtAGlance({ section, questions, columns }: { section: Section; questions: Question[]; columns: Column[] }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const [everyone] = columns;
  const scored = questions.filter(({ id }) => columns.some(({ statements }) => statements.get(id)?.mean != null));
  const nameOf = ({ number, text }: Question) => `${number}. ${text[language]}`;
  if (scored.length === 0) {
    return null;
  }
  return columns.length > 1 ? (
    <HeatMap
      id={`means-${section.id}`}
      title={`${section.title[language]}: ${t('means_by_group')}`}
      corner={t('statement')}
      columns={columns.map(({ name }) => name)}
      rows={scored.map((question) => ({
        id: question.id,
        name: nameOf(question),
        values: columns.map(({ statements }) => statements.get(question.id)?.mean ?? null),
      }))}
      low={1}
      high={4}
      digits={2}
    />
  ) : (
    <Stacked
      id={`answers-${section.id}`}
      title={`${section.title[language]}: ${t('shares_of_answers')}`}
      parts={CODES.map((code) => ({
        name: t(`answer_code_${code}` satisfies DeskKey),
        side: code <= 2 ? 'left' : 'right',
      }))}
      rows={scored.map((question) => ({
        id: question.id,
        name: nameOf(question),
        counts: CODES.map((code) => everyone?.statements.get(question.id)?.counts?.[code] ?? 0),
      }))}
    />
  );
}
