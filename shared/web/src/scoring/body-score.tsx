import { useState } from 'preact/hooks';
import { Amount } from '../common/amount';
import { at } from '../common/api';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { download } from '../common/download';
import { LANGUAGES, type Language, useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { Heading, Note } from '../common/view';
import type { BodyScores } from './api';
import { contribution } from './costs';
import { Direction } from './direction';
import { WithMethodology, type Words } from './methodology';
import { SettingsUsed } from './one-run';
import { RunState } from './runs';
import { Source, sourceOf } from './source';
import { originOf } from './states';
import { useScoringTexts } from './texts';
import { showValue } from './values';
import { useOwnBody } from './year-and-body';

/** What one body scored, down to the facts, as they were frozen with the assessment. */
export function BodyScore({ run, body, fact }: { run: string; body: string; fact: string | undefined }) {
  const [loaded, again] = useLoaded(at('/runs/{run}/scores/{body}', { run, body }));
  return (
    <LoadedView loaded={loaded} again={again}>
      {(scores) => (
        <WithMethodology year={scores.run.year}>
          {(words) =>
            fact === undefined ? (
              <Results key="results" scores={scores} words={words} />
            ) : (
              <FrozenFact key={fact} scores={scores} name={fact} words={words} />
            )
          }
        </WithMethodology>
      )}
    </LoadedView>
  );
}

function Results({ scores, words }: { scores: BodyScores; words: Words }) {
  const t = useScoringTexts();
  const language = useLanguage();
  const own = useOwnBody();
  const { run, body, directions, failed } = scores;
  return (
    <>
      <Heading page="body-score" caption={t('run_name', { year: run.year, kind: t(`kind_${run.kind}`) })}>
        {body.name[language]}
      </Heading>
      <p>
        <RunState run={run} /> {own === undefined && <a href={linkTo(['runs', run.id, 'scores'])}>{t('to_ranking')}</a>}
      </p>
      {failed === undefined ? (
        <Conclusions run={run.id} body={body.id} />
      ) : (
        <Note kind="warning">
          <p id="failed">
            {t('failed_body')} {failed}
          </p>
        </Note>
      )}
      {directions.map((direction) => (
        <Direction key={direction.id} direction={direction} scores={scores} words={words} />
      ))}
      <ConsentedChanges scores={scores} />
      <SettingsUsed settings={run.settings} words={words} />
    </>
  );
}

/** By which requests the register of leavers was changed after the year was settled. */
function ConsentedChanges({ scores: { facts } }: { scores: BodyScores }) {
  const t = useScoringTexts();
  const changes = new Set(
    Object.values(facts).flatMap(({ source }) =>
      typeof source.consented === 'string' ? source.consented.split('; ') : [],
    ),
  );
  return changes.size === 0 ? null : (
    <section id="consented">
      <h2>{t('consented_title')}</h2>
      <ul>
        {[...changes].map((change) => (
          <li key={change} class="breakable">
            {change}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A fact as the assessment read it; what was entered since is on the fact's own page. */
function FrozenFact({ scores, name, words }: { scores: BodyScores; name: string; words: Words }) {
  const t = useScoringTexts();
  const language = useLanguage();
  const { run, body, facts, manual } = scores;
  const fact = words.fact(name);
  const standing = facts[name];
  const points = manual[name];
  return (
    <>
      <Heading
        page={`frozen-${name}`}
        caption={`${body.name[language]}, ${t('run_name', { year: run.year, kind: t(`kind_${run.kind}`) })}`}
      >
        {points === undefined ? words.name(name) : t('points_of', { indicator: words.name(name) })}
      </Heading>
      <p>
        <a href={linkTo(['runs', run.id, 'scores', body.id])}>{t('back_to_scores')}</a>
      </p>
      {standing !== undefined && fact !== undefined ? (
        <>
          <p class="lead" id="standing">
            <strong>{showValue(fact, standing.value, language, t)}</strong>{' '}
            {!Array.isArray(standing.value) && fact.unit !== 'WORD' && fact.unit !== 'PERCENT' && words.unit(name)}
          </p>
          <p>{t('frozen_note')}</p>
          <dl class="small">
            <dt>{t('paragraph')}</dt>
            <dd>{fact.paragraph}</dd>
          </dl>
          <Source origin={originOf(standing)} source={standing.source} />
        </>
      ) : points !== undefined ? (
        <>
          <p class="lead" id="standing">
            <strong>
              <Amount value={contribution(points.points, words.indicator(name))} />
            </strong>{' '}
            {t('points_unit')}
          </p>
          <p>{t('frozen_note')}</p>
          <Source origin="analyst" source={sourceOf(points)} />
        </>
      ) : (
        <p>{t('nothing_there')}</p>
      )}
      <p>
        <a href={linkTo(['facts', run.year, body.id, name])}>{t('fact_today')}</a>
      </p>
    </>
  );
}

const NAMES: Record<Language, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

/** The conclusion as files, each in each language. */
function Conclusions({ run, body }: { run: string; body: string }) {
  const t = useScoringTexts();
  const common = useCommonTexts();
  const desk = useDesk();
  const [trouble, setTrouble] = useState('');
  const take = async (file: string, language: Language) => {
    const reply = await desk.file(at('/runs/{run}/conclusions/{file}', { run, file, lang: language }));
    if (reply.kind === 'answered') {
      const [name, ending] = [file.slice(0, file.lastIndexOf('.')), file.slice(file.lastIndexOf('.'))];
      download(reply.body, `${name}-${language}${ending}`);
    }
    setTrouble(
      reply.kind === 'answered'
        ? ''
        : reply.kind === 'refused'
          ? reply.problem.detail || reply.problem.title
          : `${common('unreachable_title')}. ${common('unreachable')}`,
    );
  };
  return hasRole(desk, 'agency') || hasRole(desk, 'digital') || hasRole(desk, 'hr') ? (
    <section id="conclusions">
      <h2>{t('conclusion_title')}</h2>
      <p>{t('conclusion_intro')}</p>
      <table class="files">
        <tbody>
          {LANGUAGES.map((each) => (
            <tr key={each}>
              <th scope="row" lang={each}>
                {NAMES[each]}
              </th>
              {(['pdf', 'xlsx'] as const).map((ending) => (
                <td key={ending}>
                  <button
                    id={`conclusion-${each}-${ending}`}
                    type="button"
                    class="link-button"
                    aria-label={`${t('conclusion_title')}, ${ending.toUpperCase()}, ${NAMES[each]}`}
                    onClick={() => void take(`${body}.${ending}`, each)}
                  >
                    {ending.toUpperCase()}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p role="status">{trouble}</p>
    </section>
  ) : null;
}
