import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { Bar } from '../common/bar';
import { decimalMark, showDecimal } from '../common/decimals';
import { isAgency, useDesk, useLoaded } from '../common/desk';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { Heading, Note, SelectField } from '../common/view';
import type { Survey } from '../survey/survey';
import type { Cut, IndicatorResult, Method, ResultsAnswer } from './api';
import { BodyChoice, useBody } from './body-choice';
import { METHODS } from './methods';
import { Statements } from './statements';
import { useDeskTexts } from './texts';

const CUTS: Cut[] = ['sex', 'position', 'service'];

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
