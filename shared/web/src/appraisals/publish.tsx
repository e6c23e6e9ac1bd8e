import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { type Desk, useDesk } from '../common/desk';
import { loadPages } from '../common/paged';
import { useCommonTexts } from '../common/texts';
import { Note } from '../common/view';
import type { Line } from './api';
import { useAppraisalTexts } from './texts';

/** As many as one request takes. */
const MOST = 50;

interface Outcome {
  published: number;
  refused: { name: string; code: string }[];
  lost: boolean;
}

/** Everything that is scored and not published, with the version that stands now. */
async function scored({ api, claims }: Desk, quarter: string, assessor: string | undefined) {
  const { rows, trouble } = await loadPages<Line>(
    async (cursor) => {
      const reply = await api(
        at('/appraisals', { body: claims.body, quarter, state: 'SCORED', assessor, cursor, numbers: false }),
      );
      return reply.kind === 'answered'
        ? { ...reply, body: { rows: reply.body.appraisals as Line[], next: reply.body.next } }
        : reply;
    },
    undefined,
    true,
  );
  return trouble === null ? rows.filter(({ state, quarter: of }) => state === 'SCORED' && of === quarter) : null;
}

/** Publishes cases in as many requests as it takes; one that is refused keeps no other back. */
async function publish(desk: Desk, lines: Line[]): Promise<Outcome> {
  const outcome: Outcome = { published: 0, refused: [], lost: false };
  for (let from = 0; from < lines.length; from += MOST) {
    const block = lines.slice(from, from + MOST);
    const reply = await desk.api(at('/appraisals/publications'), {
      method: 'POST',
      body: { appraisals: block.map(({ id, version }) => ({ id, version })) },
    });
    if (reply.kind !== 'answered') {
      return { ...outcome, lost: true };
    }
    for (const line of block) {
      const of = reply.body.appraisals[line.id];
      if (of !== undefined && of.status === 200) {
        outcome.published += 1;
      } else {
        outcome.refused.push({ name: line.name ?? line.employee, code: of?.code ?? '' });
      }
    }
  }
  return outcome;
}

/** Hands the results of all that are scored to the employees; asked once more before, since it cannot be taken back. */
export function Publish(props: { quarter: string; assessor?: string | undefined; published: () => void }) {
  const { quarter, assessor, published } = props;
  const t = useAppraisalTexts();
  const common = useCommonTexts();
  const desk = useDesk();
  const [asked, setAsked] = useState<Line[] | 'lost' | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [busy, setBusy] = useState(false);
  const ask = async () => {
    setBusy(true);
    setOutcome(null);
    setAsked((await scored(desk, quarter, assessor)) ?? 'lost');
    setBusy(false);
  };
  const go = async (lines: Line[]) => {
    setBusy(true);
    const done = await publish(desk, lines);
    setBusy(false);
    setAsked(null);
    setOutcome(done);
    published();
  };
  return (
    <section id="publish" class="no-print">
      <h2>{t('publish_title')}</h2>
      <p>{t('publish_intro')}</p>
      {Array.isArray(asked) && asked.length > 0 ? (
        <div class="buttons buttons-near">
          <button id="publish-go" type="button" class="button" disabled={busy} onClick={() => void go(asked)}>
            {t('publish_go', { n: asked.length })}
          </button>
          <button type="button" class="button button-plain" onClick={() => setAsked(null)}>
            {t('cancel')}
          </button>
        </div>
      ) : (
        <button id="publish-ask" type="button" class="button button-plain" disabled={busy} onClick={() => void ask()}>
          {t('publish_ask')}
        </button>
      )}
      <div role="status" id="publish-outcome">
        {asked === 'lost' && <p>{common('unreachable')}</p>}
        {Array.isArray(asked) && asked.length === 0 && <p>{t('publish_none')}</p>}
        {outcome !== null && (
          <Note kind={outcome.refused.length > 0 || outcome.lost ? 'warning' : 'good'}>
            <p>{t('published', { n: outcome.published })}</p>
            {outcome.refused.length > 0 && (
              <p>{t('publish_refused', { names: outcome.refused.map(({ name }) => name).join(', ') })}</p>
            )}
            {outcome.lost && <p>{common('unreachable')}</p>}
          </Note>
        )}
      </div>
    </section>
  );
}
