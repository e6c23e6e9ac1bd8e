import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { showDate, showInstant } from '../common/dates';
import { useDesk, useLoaded } from '../common/desk';
import { Conflict } from '../common/form/conflict';
import { useForm } from '../common/form/form';
import { FormPart } from '../common/form/form-page';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { TextArea } from '../common/text-area';
import { useCommonTexts } from '../common/texts';
import { Heading, Note } from '../common/view';
import type { Edition, Leaver } from './api';
import { GROUNDS, wayOf } from './leaving';
import { Slip } from './slip';
import { type LeaversKey, useLeaversTexts } from './texts';

const NEWS = ['announced', 'before', 'corrected'] as const;

/** One announcement: what it says, what is to be done, and what was said before. */
export function OneLeaver({ id, news: named }: { id: string; news: string | null }) {
  const t = useLeaversTexts();
  const [loaded, again] = useLoaded(at('/exit-interviews/{id}', { id }));
  const [code, setCode] = useState<string | null>(null);
  if (code !== null) {
    return <Slip code={code} done={() => setCode(null)} />;
  }
  const news = NEWS.find((each) => each === named);
  return (
    <LoadedView loaded={loaded} again={again}>
      {(leaver) => {
        const way = wayOf(leaver);
        return (
          <>
            <Heading page={`leaver ${id}`} caption={t('leaver_title')}>
              {leaver.person}
            </Heading>
            <div role="status">
              {news !== undefined && (
                <Note kind={news === 'before' ? 'warning' : 'good'}>
                  <p id="news" data-news={news}>
                    {t(news === 'before' && way === 'PRINT' ? 'told_before_print' : `told_${news}`)}
                  </p>
                </Note>
              )}
            </div>
            <p id="way" data-way={way}>
              <strong class={`tag ${way === 'WITHDRAWN' ? 'tag-closing' : 'tag-open'}`}>{t(`way_${way}`)}</strong>
            </p>
            <p>{t(`next_${way}`)}</p>
            {way === 'PAPER' && (
              <p>
                {t('number')}:{' '}
                <strong id="number" class="mono breakable">
                  {leaver.id}
                </strong>
              </p>
            )}
            {(way === 'PRINT' || way === 'SMS' || way === 'EMAIL') && <AnotherCode id={id} way={way} shown={setCode} />}
            <Particulars leaver={leaver} />
            <div class="buttons">
              <a id="correct" class="button button-plain" href={linkTo(['exit', 'list', 'correct', id])}>
                {t(way === 'WITHDRAWN' ? 'restore' : 'correct')}
              </a>
            </div>
            {way !== 'WITHDRAWN' && <Withdraw key={leaver.version} leaver={leaver} changed={again} />}
            <History history={leaver.history ?? []} />
            <p>
              <a id="back" href={linkTo(['exit', 'list'], { year: leaver.leavingOn.slice(0, 4) })}>
                {t('back_to_list')}
              </a>
            </p>
          </>
        );
      }}
    </LoadedView>
  );
}

/** Asked again after a lost answer it makes yet another: only the last one opens anything. */
function AnotherCode({
  id,
  way,
  shown,
}: {
  id: string;
  way: 'PRINT' | 'SMS' | 'EMAIL';
  shown: (code: string) => void;
}) {
  const t = useLeaversTexts();
  const common = useCommonTexts();
  const { api } = useDesk();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<{ good: boolean; text: string } | null>(null);
  const order = async () => {
    setBusy(true);
    const reply = await api(at('/exit-interviews/{id}/codes', { id }), { method: 'POST' });
    setBusy(false);
    if (reply.kind === 'answered') {
      return reply.body.code === undefined ? setOutcome({ good: true, text: t('code_sent') }) : shown(reply.body.code);
    }
    setOutcome({
      good: false,
      text:
        reply.kind === 'refused'
          ? reply.problem.detail || reply.problem.title
          : `${common('unreachable_title')}. ${t('code_again')}`,
    });
  };
  return (
    <>
      <p id="another-code-hint">{t('code_hint')}</p>
      <p>
        <button
          id="another-code"
          type="button"
          class="button button-plain"
          aria-describedby="another-code-hint"
          disabled={busy}
          onClick={() => void order()}
        >
          {t(way === 'PRINT' ? 'another_slip' : 'another_code')}
        </button>
      </p>
      <div role="status">
        {outcome !== null && (
          <Note kind={outcome.good ? 'good' : 'warning'}>
            <p id="code-outcome">{outcome.text}</p>
          </Note>
        )}
      </div>
    </>
  );
}

/** What an announcement says, in the words of the form. */
export function useParticulars(): (leaver: Leaver) => [LeaversKey, string][] {
  const t = useLeaversTexts();
  const common = useCommonTexts();
  return (leaver) => {
    const { leavingOn, left, ground, section, unit, medium, deliver, failure } = leaver;
    const particulars: [LeaversKey, string][] = [
      ['leaving_on', showDate(leavingOn, common)],
      ['left', t(`left_${left}`)],
      ['ground', t(`ground_${ground}`)],
      ['section', t(`section_${section}`)],
      ['unit', unit === '' ? t('unit_none') : unit],
    ];
    if (GROUNDS[ground] === 'INTERVIEWED') {
      particulars.push(['medium', t(`medium_${medium}`)]);
      if (medium === 'ELECTRONIC') {
        particulars.push(['deliver', t(`deliver_${deliver}`)]);
      }
    }
    if (failure !== undefined) {
      particulars.push(
        ['failure_document', failure.document],
        ['failure_date', showDate(failure.date, common)],
        ['failure_operator', failure.operator],
      );
    }
    return particulars;
  };
}

function Particulars({ leaver }: { leaver: Leaver }) {
  const t = useLeaversTexts();
  const said = useParticulars();
  return (
    <dl id="particulars" class="facts">
      {said(leaver).map(([name, value]) => (
        <div key={name}>
          <dt>{t(name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Withdraw({ leaver: { id, version }, changed }: { leaver: Leaver; changed: () => void }) {
  const t = useLeaversTexts();
  const { api } = useDesk();
  const REASON = 'withdraw-reason';
  const form = useForm(['withdrawal', id, version], { reason: '' }, REASON);
  const withdraw = async () => {
    const reason = form.typed.reason.trim();
    if (reason === '') {
      return form.wrong([{ field: REASON, message: t('missing_reason') }]);
    }
    const reply = await form.send(() =>
      api(at('/exit-interviews/{id}/withdrawal', { id }), { method: 'POST', body: { reason, version } }),
    );
    if (reply?.kind !== 'answered') {
      return;
    }
    form.forget();
    if (reply.status === 202) {
      location.hash = linkTo(['exit', 'consents'], { asked: reply.body.id });
    } else {
      changed();
    }
  };
  return (
    <details id="withdraw">
      <summary>{t('withdraw_title')}</summary>
      <p>{t('withdraw_intro')}</p>
      {form.conflict !== null && (
        <Conflict problem={form.conflict}>
          <button type="button" class="button button-plain" onClick={changed}>
            {t('reload')}
          </button>
        </Conflict>
      )}
      <FormPart
        form={form}
        submit={{ id: 'withdraw-submit', label: t('withdraw'), kind: 'plain' }}
        onSubmit={() => void withdraw()}
      >
        <TextArea {...form.text('reason', REASON)} label={t('reason')} />
      </FormPart>
    </details>
  );
}

/** Every version, the last one first, with what it changed. */
function History({ history }: { history: Edition[] }) {
  const t = useLeaversTexts();
  const common = useCommonTexts();
  const said = useParticulars();
  const editions = history.map((edition, index) => {
    const before = index === 0 ? undefined : new Map(said(history[index - 1]!.announcement));
    const changes =
      before === undefined ? [] : said(edition.announcement).filter(([name, value]) => before.get(name) !== value);
    return { edition, changes: changes.map(([name, value]) => ({ name, from: before?.get(name), to: value })) };
  });
  return (
    <section id="history">
      <h2>{t('history')}</h2>
      <ol reversed>
        {editions.reverse().map(({ edition: { what, by, at, reason, consent }, changes }) => (
          <li key={at} data-what={what}>
            {t(`what_${what}`)}, {showInstant(at, common)}, <span class="breakable">{by}</span>
            {reason !== undefined && (
              <>
                <br />
                {t('reason')}: {reason}
              </>
            )}
            {consent !== undefined && (
              <>
                <br />
                <span class="breakable">{t('by_consent', { id: consent })}</span>
              </>
            )}
            {changes.length > 0 && (
              <ul class="changes">
                {changes.map(({ name, from, to }) => (
                  <li key={name}>
                    {t(name)}: {from !== undefined && `${from} → `}
                    {to}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
