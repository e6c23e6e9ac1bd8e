import { at } from '../common/api';
import { useLoaded } from '../common/desk';
import type { Form } from '../common/form/form';
import { linkTo } from '../common/route';
import { TextArea } from '../common/text-area';
import { Choices, ErrorText, SelectField } from '../common/view';
import { type Commission, GRADES, type Grade } from './api';
import { nameIn } from './commissions';
import type { Table } from './meeting-room';
import { useKpiTexts } from './texts';
import { countVotes, isDecided, type Motion, type Side } from './votes';

interface ItemProps {
  form: Form<Table>;
  commission: Commission;
  sheet: string;
  name: string;
  /** Who is there and may vote on it. */
  voters: string[];
}

/** One sheet of the agenda with the motions on it. */
export function AgendaItem(props: ItemProps) {
  const { form, commission, sheet, name, voters } = props;
  const t = useKpiTexts();
  const [loaded] = useLoaded(at('/kpi-sheets/{sheet}', { sheet }));
  const standing = loaded.at === 'here' ? loaded.value : null;
  const { motions } = form.typed;
  const mine = motions.flatMap((motion, index) => (motion.sheet === sheet ? [index] : []));
  const decided = isDecided(motions, sheet, voters, commission.chair);
  const last = mine.length === 0 ? null : motions[mine[mine.length - 1]!]!;
  const counted = last !== null && countVotes(last.votes, voters, commission.chair).kind === 'counted';
  const put = () =>
    form.change({
      motions: [...motions, { sheet, decision: 'CONFIRM', grade: '', votes: {}, recommendation: '' }],
    });
  return (
    <li class="card" data-sheet={sheet} data-decided={String(decided)}>
      <h3>
        <a href={linkTo(['kpi', 'sheets', sheet])}>{name}</a>
      </h3>
      {standing?.grade !== undefined && (
        <p>
          {t('managers_grade')}: {t(`grade_${standing.grade}`)} (
          {t('n_of', { n: standing.achieved ?? 0, total: standing.rows?.length ?? 0 })})
        </p>
      )}
      {mine.map((index, number) => (
        <MotionFields
          key={index}
          {...props}
          index={index}
          number={number + 1}
          standing={standing?.grade}
          removable={number === mine.length - 1}
        />
      ))}
      {!decided && (last === null || counted) && (
        <p>
          <button type="button" class="button button-plain" data-put={sheet} onClick={put}>
            {last === null ? t('put_motion') : t('put_another')}
          </button>
        </p>
      )}
    </li>
  );
}

type MotionProps = ItemProps & { index: number; number: number; standing: Grade | undefined; removable: boolean };

/** A motion: what is proposed, the votes by name, and what came of them. */
function MotionFields(props: MotionProps) {
  const { form, commission, voters, index, number, standing, removable } = props;
  const t = useKpiTexts();
  const { motions } = form.typed;
  const motion = motions[index]!;
  const change = (part: Partial<Motion>) =>
    form.change({ motions: motions.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  const id = `motion-${index}`;
  const others: [string, string][] = GRADES.filter((grade) => grade !== standing).map((grade) => [
    grade,
    t(`grade_${grade}`),
  ]);
  return (
    <fieldset class="indicator" id={id}>
      <legend class="legend-large">{t('motion_n', { n: number })}</legend>
      <Choices
        id={`${id}-decision`}
        legend={t('motion')}
        choices={(['CONFIRM', 'REVISE'] as const).map((value) => ({ value, label: t(`motion_${value}`) }))}
        selected={[motion.decision]}
        select={([decision = 'CONFIRM']) => change({ decision: decision as Motion['decision'] })}
        under={(decision) =>
          decision === 'REVISE' && (
            <div class="under">
              <SelectField
                id={`${id}-grade`}
                label={t('new_grade')}
                error={form.errorAt(`${id}-grade`)}
                value={motion.grade}
                change={(grade) => change({ grade: grade as Grade | '' })}
                options={[['', t('choose')], ...others]}
              />
            </div>
          )
        }
      />
      <div id={`${id}-votes`} tabIndex={-1}>
        <ErrorText id={`${id}-votes-error`} message={form.errorAt(`${id}-votes`)} />
        {voters.map((person) => (
          <Choices
            key={person}
            id={`${id}-vote-${person}`}
            legend={nameIn(commission, person)}
            choices={(['for', 'against'] as const).map((value) => ({ value, label: t(`vote_${value}`) }))}
            selected={[motion.votes[person] ?? '']}
            select={([side]) => change({ votes: { ...motion.votes, [person]: side as Side } })}
          />
        ))}
      </div>
      <VotesCounted commission={commission} motion={motion} voters={voters} id={id} />
      <TextArea
        id={`${id}-recommendation`}
        label={t('recommendation')}
        rows={2}
        value={motion.recommendation}
        change={(recommendation) => change({ recommendation })}
        error={form.errorAt(`${id}-recommendation`)}
      />
      {removable && (
        <button
          type="button"
          class="link-button"
          onClick={() => form.change({ motions: motions.filter((_, at) => at !== index) })}
        >
          {t('withdraw_motion', { n: number })}
        </button>
      )}
    </fieldset>
  );
}

function VotesCounted(props: { commission: Commission; motion: Motion; voters: string[]; id: string }) {
  const { commission, motion, voters, id } = props;
  const t = useKpiTexts();
  const outcome = countVotes(motion.votes, voters, commission.chair);
  return (
    <p role="status" id={`${id}-outcome`}>
      {outcome.kind === 'open' ? (
        t('votes_missing', { names: outcome.missing.map((person) => nameIn(commission, person)).join(', ') })
      ) : (
        <>
          {t('votes_counted', { for: outcome.votesFor, against: outcome.votesAgainst })}{' '}
          <strong
            class={outcome.carried ? 'tag tag-open' : 'tag tag-closing'}
            data-carried={String(outcome.carried)}
            data-by={outcome.by}
          >
            {t(outcome.carried ? 'carried' : 'not_carried')}
            {outcome.by === 'CHAIR' && ` – ${t('by_CHAIR')}`}
          </strong>
        </>
      )}
    </p>
  );
}
