import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { hasRole, useDesk } from '../common/desk';
import { usePaged } from '../common/paged';
import { linkTo } from '../common/route';
import { almatyDay } from '../common/today';
import { Heading, Loading, Note, SelectField } from '../common/view';
import type { Line } from './api';
import { Publish } from './publish';
import { endedBefore, quartersTo } from './quarters';
import { ScoredPerson } from './score-card';
import { StateTag } from './state-tag';
import { useAppraisalTexts } from './texts';

/** The people whose quarter the reader scores, each in place: with a thumb, or with Tab and digits. */
export function Assess({ query }: { query: URLSearchParams }) {
  const t = useAppraisalTexts();
  const last = endedBefore(almatyDay(new Date()));
  const quarter = query.get('quarter') ?? last;
  return (
    <>
      <Heading page="assess">{t('assess_title')}</Heading>
      <p>{t('assess_intro')}</p>
      <QuarterField
        last={last}
        quarter={quarter}
        choose={(chosen) => {
          location.hash = linkTo(['appraisals', 'assess'], { quarter: chosen });
        }}
      />
      <OfQuarter key={quarter} quarter={quarter} />
    </>
  );
}

/** The quarters that are over, the newest first. */
export function QuarterField(props: { last: string; quarter: string; choose: (quarter: string) => void }) {
  const { last, quarter, choose } = props;
  const t = useAppraisalTexts();
  const known = quartersTo(last, 12);
  const all = known.includes(quarter) ? known : [quarter, ...known];
  return (
    <SelectField
      id="quarter"
      label={t('quarter')}
      value={quarter}
      change={choose}
      options={all.map((each): [string, string] => [each, t('quarter_of', { quarter: each })])}
    />
  );
}

/** So many are drawn at once; nobody scores more without a pause. */
const AT_ONCE = 25;

function OfQuarter({ quarter }: { quarter: string }) {
  const t = useAppraisalTexts();
  const desk = useDesk();
  const { claims } = desk;
  // Whoever sees the whole body asks for the own people; all others are answered those, and the ones of whom one is a substitute.
  const assessor = hasRole(desk, 'hr') || hasRole(desk, 'head') ? claims.sub : undefined;
  const [drawn, setDrawn] = useState(AT_ONCE);
  const [numbers, setNumbers] = useState<{ assessed: number; delegationRequired: boolean }>();
  const paged = usePaged(
    (cursor) => at('/appraisals', { assessor, body: claims.body, quarter, cursor }),
    ({ appraisals, next, assessed, delegationRequired }) => {
      if (assessed !== undefined && delegationRequired !== undefined) {
        setNumbers({ assessed, delegationRequired });
      }
      return { rows: appraisals as Line[], next };
    },
  );
  if (paged.starting) {
    return paged.trouble === null ? <Loading /> : <Trouble again={paged.again} />;
  }
  const own = paged.rows.filter(({ state, assessor: by }) => isOpen(state) || by === claims.sub);
  return own.length === 0 ? (
    <p id="nobody-to-score">{t('assess_none')}</p>
  ) : (
    <>
      {numbers !== undefined && (
        <p>
          {t('assess_count', { n: numbers.assessed })}
          {numbers.delegationRequired && ` ${t('assess_delegate')}`}
        </p>
      )}
      <ol class="people" id="to-score">
        {own.slice(0, drawn).map((line) => (
          <li key={line.id} class="card" data-appraisal={line.id} data-state={line.state}>
            <h2>
              <a href={linkTo(['appraisals', 'one', line.id])}>{line.name ?? line.employee}</a>
            </h2>
            {isOpen(line.state) ? (
              <ScoredPerson id={line.id} />
            ) : (
              <p>
                <StateTag state={line.state} late={line.late === true} />
              </p>
            )}
          </li>
        ))}
      </ol>
      {(paged.more || drawn < own.length) && (
        <p>
          <button
            id="more"
            type="button"
            class="button button-plain"
            disabled={paged.busy}
            onClick={() => {
              setDrawn(drawn + AT_ONCE);
              if (paged.more) {
                paged.load(false);
              }
            }}
          >
            {t('show_more')}
          </button>
        </p>
      )}
      <Publish quarter={quarter} assessor={assessor} published={paged.again} />
    </>
  );
}

/** Whether a case can be scored; whoever sits in a session does not see these. */
function isOpen(state: Line['state']): boolean {
  return state === 'WITH_ASSESSOR' || state === 'SCORED';
}

function Trouble({ again }: { again: () => void }) {
  const t = useAppraisalTexts();
  return (
    <Note kind="warning">
      <p>{t('list_lost')}</p>
      <button type="button" class="button" onClick={again}>
        {t('try_again')}
      </button>
    </Note>
  );
}
