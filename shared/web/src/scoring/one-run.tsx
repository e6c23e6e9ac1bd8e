import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { Bar } from '../common/bar';
import { showInstant } from '../common/dates';
import { hasRole, useDesk } from '../common/desk';
import { download } from '../common/download';
import { useForm } from '../common/form/form';
import { FormPart } from '../common/form/form-page';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { usePolled } from '../common/polled';
import { linkTo } from '../common/route';
import { TextArea } from '../common/text-area';
import { useCommonTexts } from '../common/texts';
import { Heading, Note } from '../common/view';
import type { ChosenSetting, Run } from './api';
import { ById, type Words } from './methodology';
import { RunState } from './runs';
import { useScoringTexts } from './texts';
import { useOwnBody } from './year-and-body';

const UNDERWAY = ['STARTING', 'SCORING', 'FINISHING'];

/** One assessment: how far it has come, what failed, what holds it back, and the way to its results. */
export function OneRun({ id }: { id: string }) {
  const t = useScoringTexts();
  // From the release to its publishing it is still held.
  const [released, setReleased] = useState(false);
  const [loaded, again] = usePolled(
    at('/runs/{run}', { run: id }),
    ({ state }) => UNDERWAY.includes(state) || (state === 'HELD' && released),
  );
  return (
    <LoadedView loaded={loaded} again={again}>
      {(run) => (
        <>
          <Heading page="run" caption={t('runs_title')}>
            {t('run_name', { year: run.year, kind: t(`kind_${run.kind}`) })}
          </Heading>
          <p>
            <RunState run={run} />
          </p>
          {run.supersededBy !== undefined && (
            <Note>
              <p>
                {t('superseded_note')} <a href={linkTo(['runs', run.supersededBy])}>{t('superseded_link')}</a>
              </p>
            </Note>
          )}
          <RunNews run={run} />
          {run.state === 'HELD' && !released && (
            <Held
              run={run}
              done={() => {
                setReleased(true);
                again();
              }}
            />
          )}
        </>
      )}
    </LoadedView>
  );
}

function RunNews({ run }: { run: Run }) {
  const t = useScoringTexts();
  const language = useLanguage();
  const own = useOwnBody();
  const agency = hasRole(useDesk(), 'agency');
  const finished = run.scored + run.failed;
  return (
    <>
      <div role="status">
        <p id="progress" class="lead">
          {t('progress', { n: finished, all: run.bodies })}
        </p>
      </div>
      <Bar value={finished} of={run.bodies} wide />
      <RunFigures run={run} />
      {run.release !== undefined && (
        <p id="released">
          {t('released')} {run.release.reason}
        </p>
      )}
      {run.failedBodies !== undefined && run.failedBodies.length > 0 && (
        <>
          <h2>{t('failed_title')}</h2>
          <ul id="failed-bodies">
            {run.failedBodies.map(({ body, name, reason }) => (
              <li key={body} data-body={body}>
                <strong>{name[language]}</strong>: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      {!UNDERWAY.includes(run.state) && (
        <div class="buttons">
          <a
            id="to-scores"
            class="button"
            href={linkTo(['runs', run.id, 'scores', ...(own === undefined ? [] : [own])])}
          >
            {t('to_scores')}
          </a>
          {agency && <Manifest run={run} />}
        </div>
      )}
      {run.methodology !== undefined && (
        <ById id={run.methodology}>{(words) => <SettingsUsed settings={run.settings} words={words} />}</ById>
      )}
    </>
  );
}

/** How many bodies came to what; counts that are nobody else's business are not there. */
function RunFigures({ run }: { run: Run }) {
  const t = useScoringTexts();
  const common = useCommonTexts();
  const figures: [id: string, name: string, count: number | undefined][] = [
    ['scored', t('bodies_scored'), run.scored],
    ['failed', t('bodies_failed'), run.failed],
    ['waiting', t('bodies_waiting'), run.waiting],
    ['incomplete', t('bodies_incomplete'), run.incomplete],
    ['provisional', t('bodies_provisional'), run.provisional],
  ];
  return (
    <dl class="facts">
      <div>
        <dt>{t('started')}</dt>
        <dd>{showInstant(run.at, common)}</dd>
      </div>
      {figures
        .filter(([, , count]) => count !== undefined)
        .map(([id, name, count]) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd id={id}>{count}</dd>
          </div>
        ))}
    </dl>
  );
}

/** By which readings of the act it was assessed; those in use by default are only counted. */
export function SettingsUsed({
  settings = {},
  words,
}: {
  settings: Record<string, ChosenSetting> | undefined;
  words: Words;
}) {
  const t = useScoringTexts();
  const chosen = Object.entries(settings).filter(
    ([id, { value, decisions }]) => value !== words.setting(id)?.default || decisions !== undefined,
  );
  return (
    <section id="settings-used">
      <h2>{t('settings_used')}</h2>
      {chosen.length === 0 ? (
        <p>{t('settings_default')}</p>
      ) : (
        <ul>
          {chosen.map(([id, { value, reason, decisions }]) => (
            <li key={id}>
              {words.name(id)}: <strong>{words.reading(id, value)}</strong>
              {reason !== undefined && ` (${t('reason').toLowerCase()}: ${reason})`}
              {decisions !== undefined &&
                Object.entries(decisions).map(([indicator, decision]) => (
                  <div key={indicator}>
                    {words.name(indicator)}: <strong>{words.reading(id, decision.value)}</strong> ({decision.reason})
                  </div>
                ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Manifest({ run }: { run: Run }) {
  const t = useScoringTexts();
  const common = useCommonTexts();
  const { file } = useDesk();
  const [trouble, setTrouble] = useState('');
  const take = async () => {
    const reply = await file(at('/runs/{run}/manifest', { run: run.id }));
    if (reply.kind === 'answered') {
      download(reply.body, `manifest-${run.id}.json`);
    }
    setTrouble(
      reply.kind === 'answered'
        ? ''
        : reply.kind === 'refused'
          ? reply.problem.detail || reply.problem.title
          : common('unreachable_title'),
    );
  };
  return (
    <>
      <button id="manifest" type="button" class="button button-plain" onClick={() => void take()}>
        {t('manifest')}
      </button>
      <span role="status">{trouble}</span>
    </>
  );
}

/** A final assessment with unsettled bodies waits for somebody to let it go on, and to say why. */
function Held({ run, done }: { run: Run; done: () => void }) {
  const t = useScoringTexts();
  const desk = useDesk();
  const form = useForm(['release', run.id], { reason: '' }, 'release-submit');
  const release = async () => {
    const reason = form.typed.reason.trim();
    if (reason === '') {
      return form.wrong([{ field: 'release', message: t('error_reason') }]);
    }
    const reply = await form.send(
      () => desk.api(at('/runs/{run}/release', { run: run.id }), { method: 'POST', body: { reason } }),
      () => 'release',
    );
    if (reply?.kind === 'answered') {
      form.forget();
      done();
    }
  };
  const { incomplete = 0, provisional = 0, failed } = run;
  return (
    <section id="held">
      <h2>{t('held_title')}</h2>
      <p>{t('held_intro', { incomplete, provisional, failed })}</p>
      {hasRole(desk, 'agency') && (
        <FormPart form={form} submit={{ id: 'release-submit', label: t('release') }} onSubmit={() => void release()}>
          <TextArea {...form.text('reason', 'release')} label={t('reason')} hint={t('release_hint')} />
        </FormPart>
      )}
    </section>
  );
}
