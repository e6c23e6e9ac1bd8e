import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { Bar } from '../common/bar';
import { decimalMark, showDecimal } from '../common/decimals';
import { isAgency, useDesk, useLoaded } from '../common/desk';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { Heading, Note, SelectField } from '../common/view';
import { keyOf, type Question, type Survey } from '../survey/survey';
import type { Cut, IndicatorResult, Method, ResultsAnswer, StatementResult } from './api';
import { BodyChoice, useBody } from './body-choice';
import { useDeskTexts } from './texts';

const CUTS: Cut[] = ['sex', 'position', 'service'];
const METHODS: Method[] = ['mean_over_max', 'minmax', 'share_agree'];

/** One column of the statements' tables: everybody, or the people of one cut value. */
interface Column {
  name: string;
  statements: Map<string, StatementResult>;
}

export function Results({ survey }: { survey: Survey }) {
  const t = useDeskTexts();
  const [body, setBody] = useBody(survey);
  const [cut, setCut] = useState<Cut | ''>('');
  const [loaded, again] = useLoaded(at('/surveys/{survey}/results', { survey: survey.id, body, cut }));
  return (
    <>
      <Heading page="results">{t('results')}</Heading>
      <BodyChoice survey={survey} body={body} choose={setBody} />
      <LoadedView loaded={loaded} again={again}>
        {(results) =>
          results.state !== 'CLOSED' ? (
            <p id="results-wait">{t(results.state === 'CANCELLED' ? 'results_cancelled' : 'results_wait')}</p>
          ) : results.reason === 'POOLED' ? (
            <p id="results-pooled">{t('results_pooled')}</p>
          ) : (
            <>
              <Counted results={results} />
              <Indicators
                indicators={results.indicators ?? []}
                method={results.method ?? 'mean_over_max'}
                survey={survey}
              />
              <h2>{t('statements')}</h2>
              <SelectField
                id="cut"
                label={t('cut')}
                value={cut}
                change={(value) => setCut(value as Cut | '')}
                options={[['', t('cut_none')], ...CUTS.map((each): [string, string] => [each, t(`cut_${each}`)])]}
              />
              <Statements survey={survey} results={results} />
              <Texts survey={survey} results={results} />
            </>
          )
        }
      </LoadedView>
    </>
  );
}

function Counted({ results }: { results: ResultsAnswer }) {
  const t = useDeskTexts();
  const figures: [string, string, number | undefined][] = [
    ['ballots', t('ballots'), results.ballots],
    ['tokens-login', t('tokens_login'), results.tokens?.login],
    ['tokens-slip', t('tokens_slip'), results.tokens?.slip],
    ['headcount', t('headcount'), results.headcount],
  ];
  return (
    <>
      <h2>{t('counted')}</h2>
      <dl class="figures">
        {figures.map(([id, name, figure]) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd id={id}>{figure ?? '–'}</dd>
          </div>
        ))}
      </dl>
      {(results.findings ?? []).length > 0 && (
        <Note kind="warning">
          <h3>{t('findings')}</h3>
          <ul id="findings">
            {results.findings?.map(({ code, message }) => (
              <li key={code} data-code={code}>
                {message}
              </li>
            ))}
          </ul>
        </Note>
      )}
    </>
  );
}

function Indicators({ indicators, method, survey }: { indicators: IndicatorResult[]; method: Method; survey: Survey }) {
  const t = useDeskTexts();
  const language = useLanguage();
  return (
    <>
      <h2>{t('indicators')}</h2>
      <p>{t('method_used', { method: t(`method_${method}`) })}</p>
      <ul id="indicators" class="cards cards-two">
        {indicators.map((indicator) => {
          const name = survey.questionnaire.sections.find((section) => section.indicator === indicator.symbol)?.title[
            language
          ];
          return (
            <li key={indicator.id} class="card" data-indicator={indicator.id}>
              <h3>
                {indicator.symbol}
                {name && ` · ${name}`}
              </h3>
              {indicator.points === null ? (
                <p class="points">
                  <strong>–</strong> {indicator.outcome !== 'SCORED' && t(`outcome_${indicator.outcome}`)}
                </p>
              ) : (
                <>
                  <p class="points">
                    <strong>{showDecimal(indicator.points, 2, language)}</strong>{' '}
                    {t('of_maximum', { maximum: decimalMark(indicator.maximum, language) })}
                  </p>
                  <Bar value={Number(indicator.points)} of={Number(indicator.maximum)} wide />
                </>
              )}
              <dl class="small">
                <dt>{t('paragraph')}</dt>
                <dd>{indicator.citation}</dd>
                {indicator.working && (
                  <>
                    <dt>{t('working')}</dt>
                    <dd class="working">{decimalMark(indicator.working, language)}</dd>
                  </>
                )}
                {indicator.missing.length > 0 && <dd>{t('missing', { what: indicator.missing.join(', ') })}</dd>}
                {Object.keys(indicator.alternatives ?? {}).length > 0 && (
                  <>
                    <dt>{t('alternatives')}</dt>
                    {METHODS.filter((each) => indicator.alternatives?.[each] !== undefined).map((each) => (
                      <dd key={each}>
                        {t(`method_${each}`)}:{' '}
                        <strong>{showDecimal(indicator.alternatives![each]!, 2, language)}</strong>
                      </dd>
                    ))}
                  </>
                )}
              </dl>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Statements({ survey, results }: { survey: Survey; results: ResultsAnswer }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { cut } = results;
  const columns: Column[] = [{ name: t('everyone'), statements: byId(results.statements ?? []) }];
  if (cut !== undefined) {
    const asked = survey.questionnaire.demographics.questions.find((question) => keyOf(question) === cut.by);
    const blankLast = [...cut.groups].sort((one, other) => (one.value ?? Infinity) - (other.value ?? Infinity));
    for (const { value, statements } of blankLast) {
      const name = value === null ? t('blank') : asked?.options.find(({ code }) => code === value)?.label[language];
      columns.push({ name: name ?? String(value), statements: byId(statements) });
    }
  }
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

/** Counts for each option, with bars where there is one column; what is held back says why. */
function Statement({ question, columns }: { question: Question; columns: Column[] }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const cells = columns.map(({ statements }) => statements.get(question.id));
  const [everyone] = cells;
  const title = `statement-${question.id}`;
  const scored = cells.some((cell) => cell?.mean != null);
  const held = columns.flatMap(({ name }, index) => {
    const reason = cells[index]?.reason;
    return reason == null ? [] : [{ name, reason }];
  });
  return (
    <div class="statement" data-statement={question.id}>
      <h4 id={title}>
        {question.number}. {question.text[language]}
      </h4>
      {held.map(({ name, reason }) => (
        <p key={name} class="hint" data-reason={reason}>
          {columns.length > 1 && `${name} – `}
          {t(`reason_${reason}`)}
        </p>
      ))}
      {cells.some((cell) => cell?.counts != null) && (
        <div class="scroll" tabIndex={0} role="region" aria-labelledby={title}>
          <table class={columns.length === 1 ? 'bars' : ''}>
            <thead>
              <tr>
                <th scope="col">{t('option')}</th>
                {columns.map(({ name }) => (
                  <th key={name} scope="col" class="figure">
                    {name}
                  </th>
                ))}
                {columns.length === 1 && (
                  <td>
                    <span class="hidden">{t('chart')}</span>
                  </td>
                )}
              </tr>
            </thead>
            <tbody>
              {question.options.map(({ code, label }) => (
                <tr key={code}>
                  <th scope="row">{label[language]}</th>
                  {cells.map((cell, index) => (
                    <td key={index} class="figure">
                      {cell?.counts == null ? <Hidden /> : (cell.counts[code] ?? 0)}
                    </td>
                  ))}
                  {columns.length === 1 && (
                    <td class="bar-cell">
                      <Bar value={everyone?.counts?.[code] ?? 0} of={everyone?.answered ?? 0} />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <Row
                name={t('answered')}
                cells={cells.map((cell) => cell?.answered?.toString())}
                spare={columns.length === 1}
              />
              {scored && (
                <Row
                  name={t('mean')}
                  cells={cells.map((cell) => cell?.mean && showDecimal(cell.mean, 2, language))}
                  spare={columns.length === 1}
                />
              )}
              {scored &&
                METHODS.map((method) => (
                  <Row
                    key={method}
                    name={`${t('index')}: ${t(`method_${method}`)}`}
                    cells={cells.map((cell) => cell?.index?.[method] && showDecimal(cell.index[method], 3, language))}
                    spare={columns.length === 1}
                  />
                ))}
            </tfoot>
          </table>
        </div>
      )}
    </div>
  );
}

function Row({ name, cells, spare }: { name: string; cells: (string | null | undefined)[]; spare: boolean }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {cells.map((cell, index) => (
        <td key={index} class="figure">
          {cell ?? <Hidden />}
        </td>
      ))}
      {spare && <td />}
    </tr>
  );
}

function Hidden() {
  const t = useDeskTexts();
  return (
    <>
      <span aria-hidden="true">–</span>
      <span class="hidden">{t('not_shown')}</span>
    </>
  );
}

function Texts({ survey, results }: { survey: Survey; results: ResultsAnswer }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const agency = isAgency(useDesk());
  if (!agency || results.texts === undefined) {
    return null;
  }
  const questions = survey.questionnaire.sections.flatMap(({ statements }) => statements);
  return (
    <div id="texts">
      <h2>{t('texts')}</h2>
      <p>{t('texts_hint')}</p>
      {Object.entries(results.texts).map(([key, texts]) => {
        const question = questions.find(({ id }) => id === key.replace(/\.own$/, ''));
        return (
          <div key={key} data-text={key}>
            <h3>{question === undefined ? key : `${question.number}. ${question.text[language]}`}</h3>
            {texts === null ? (
              <p class="hint">{t('texts_none')}</p>
            ) : (
              <ul class="said">
                {texts.map((text, index) => (
                  <li key={index}>{text}</li>
                ))}
              </ul>
            )}
          </div>
        );
      })}
    </div>
  );
}

function byId(statements: StatementResult[]): Map<string, StatementResult> {
  return new Map(statements.map((statement) => [statement.id, statement]));
}
