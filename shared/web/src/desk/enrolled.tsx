import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { useDesk, useLoaded } from '../common/desk';
import { LoadedView } from '../common/loaded-view';
import { useCommonTexts } from '../common/texts';
import { Note, TextField } from '../common/view';
import { type Survey, sharePercent } from '../survey/survey';
import type { EnrolledAnswer } from './api';
import { neededOf } from './needed';
import { useDeskTexts } from './texts';

/** How many are shown before a name is sought. */
const SHOWN = 100;

/** Who of the body is enrolled, beside its headcount; each can be removed until a token was issued. */
export function EnrolledPeople({ survey, body, changed }: { survey: Survey; body: string; changed: unknown }) {
  const [round, setRound] = useState(0);
  const [loaded, again] = useLoaded(
    at('/surveys/{survey}/participants', { survey: survey.id, body }),
    `${String(changed)} ${round}`,
  );
  return (
    <LoadedView loaded={loaded} again={again}>
      {(answer) => (
        <>
          <Standing survey={survey} answer={answer} />
          <People survey={survey} body={body} people={answer.people} removed={() => setRound(round + 1)} />
        </>
      )}
    </LoadedView>
  );
}

function Standing({ survey, answer: { people, headcount, afterOpening } }: { survey: Survey; answer: EnrolledAnswer }) {
  const t = useDeskTexts();
  const needed = neededOf(survey, headcount);
  const missing = needed === null ? 0 : needed - people.length;
  return (
    <>
      <h2>{t('enrolled_title')}</h2>
      <p id="enrolled-of">
        <strong>{t('enrolled_of', { n: people.length, headcount })}</strong>{' '}
        {afterOpening > 0 && t('enrolled_late', { n: afterOpening })}
      </p>
      {people.length > headcount && (
        <Note kind="warning">
          <p id="too-many">{t('enrolled_too_many')}</p>
        </Note>
      )}
      {missing > 0 && (
        <Note kind="warning">
          <p id="too-few">{t('enrolled_too_few', { share: sharePercent(survey) ?? '', n: missing })}</p>
        </Note>
      )}
    </>
  );
}

function People({
  survey,
  body,
  people,
  removed,
}: {
  survey: Survey;
  body: string;
  people: EnrolledAnswer['people'];
  removed: () => void;
}) {
  const t = useDeskTexts();
  const [sought, setSought] = useState('');
  const found = people.filter(({ person }) => person.includes(sought.trim()));
  return people.length === 0 ? null : (
    <>
      {people.length > SHOWN && (
        <TextField id="sought" label={t('enrolled_find')} value={sought} change={setSought} kind="code" />
      )}
      {found.length > SHOWN && <p class="hint">{t('enrolled_first', { n: SHOWN, total: found.length })}</p>}
      <ul id="enrolled-people" class="cards">
        {found.slice(0, SHOWN).map(({ person, afterOpening }) => (
          <li key={person} class="card" data-person={person}>
            <p>
              <span class="mono breakable">{person}</span>{' '}
              {afterOpening && <span class="hint">{t('enrolled_after')}</span>}
            </p>
            <Remove survey={survey} body={body} person={person} removed={removed} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Remove({
  survey,
  body,
  person,
  removed,
}: {
  survey: Survey;
  body: string;
  person: string;
  removed: () => void;
}) {
  const t = useDeskTexts();
  const common = useCommonTexts();
  const { api } = useDesk();
  const [sure, setSure] = useState(false);
  const [problem, setProblem] = useState('');
  const remove = async () => {
    const reply = await api(at('/surveys/{survey}/participants/{person}', { survey: survey.id, person, body }), {
      method: 'DELETE',
    });
    if (reply.kind === 'answered') {
      removed();
    } else {
      setSure(false);
      setProblem(reply.kind === 'refused' ? reply.problem.detail || reply.problem.title : common('unreachable_title'));
    }
  };
  return (
    <>
      <div role="status">{problem !== '' && <p class="error-text">{problem}</p>}</div>
      {sure ? (
        <div class="buttons buttons-near">
          <button id={`remove-${person}-yes`} type="button" class="button button-danger" onClick={() => void remove()}>
            {t('enrolled_remove_yes', { person })}
          </button>
          <button id={`remove-${person}-no`} type="button" class="button button-plain" onClick={() => setSure(false)}>
            {t('cancel')}
          </button>
        </div>
      ) : (
        <button
          id={`remove-${person}`}
          type="button"
          class="link-button"
          aria-label={t('enrolled_remove_yes', { person })}
          onClick={() => setSure(true)}
        >
          {t('enrolled_remove')}
        </button>
      )}
    </>
  );
}
