import { useMemo, useRef, useState } from 'preact/hooks';
import { at } from '../common/api';
import { useDesk, useLoaded } from '../common/desk';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { RetryTimer } from '../common/retry-timer';
import { linkTo } from '../common/route';
import { useTyped } from '../common/typed';
import { Heading, Note } from '../common/view';
import { Answering, type Step } from '../exit/answering';
import { type Answers, type Form, pagesOf } from '../exit/form';
import { Sending } from '../exit/pages';
import { type Reason, send } from '../exit/sending';
import { WithBodies } from '../scoring/year-and-body';
import { papersOf } from './api';
import { useLeaversTexts } from './texts';

type Stage =
  | Step
  | { at: 'sending'; trouble: 'retry' | 'offline' | null }
  | { at: 'refused'; reason: Reason; status: number; said: string }
  | { at: 'received' };

/** A paper is copied here question by question, checked, and sent once. */
export function EnterPaper({ id, year }: { id: string; year: string | null }) {
  const [form, again] = useLoaded(at('/exit-interviews/form'));
  return (
    <LoadedView loaded={form} again={again}>
      {(asked) => (
        <>
          <Whose id={id} year={year} />
          <Copying id={id} form={asked} year={year} />
        </>
      )}
    </LoadedView>
  );
}

/** Whose paper it is; of one that is in no list the number is all that is known. */
function Whose({ id, year }: { id: string; year: string | null }) {
  const language = useLanguage();
  const [loaded] = useLoaded(year === null ? null : at('/exit-interviews', { year }));
  const paper = loaded.at === 'here' ? papersOf(loaded.value).find((each) => each.id === id) : undefined;
  return (
    <p id="whose" class="hint breakable">
      {paper === undefined ? (
        id
      ) : (
        <WithBodies>
          {(bodies) =>
            `${paper.person} · ${bodies.find((body) => body.id === paper.body)?.name[language] ?? paper.body}`
          }
        </WithBodies>
      )}
    </p>
  );
}

function Copying({ id, form, year }: { id: string; form: Form; year: string | null }) {
  const t = useLeaversTexts();
  const { api, claims } = useDesk();
  const [answers, setAnswers, forget] = useTyped<Answers>(`paper ${claims.sub} ${id}`, {});
  const [stage, setStage] = useState<Stage>({ at: 'page', page: 0 });
  const retryTimer = useRef(new RetryTimer()).current;
  const underway = useRef(false);
  const pages = useMemo(() => pagesOf(form), [form]);
  const list = linkTo(['exit', 'papers'], { year: year ?? '' });
  const deliver = async () => {
    // A second click must not send a second time beside the first.
    if (underway.current) {
      return;
    }
    underway.current = true;
    const sent = await send(
      {
        put: (given: Answers) =>
          api(at('/exit-interviews/{id}/paper', { id }), { method: 'PUT', body: { answers: given } }),
        byLogin: () => true,
        beforeRetry: (attempt, seconds) => retryTimer.beforeRetry(attempt, seconds),
        trouble: (trouble) => setStage({ at: 'sending', trouble }),
        online: () => navigator.onLine,
      },
      answers,
    );
    underway.current = false;
    switch (sent.kind) {
      case 'received':
        forget();
        return setStage({ at: 'received' });
      case 'login':
        // The desk asks for the login; what was typed waits in this tab.
        return undefined;
      case 'refused': {
        const { status, detail, title, errors } = sent.problem;
        return setStage({
          at: 'refused',
          reason: sent.reason,
          status,
          said: [detail || title, ...errors.map(({ message }) => message)].join(' '),
        });
      }
    }
  };
  switch (stage.at) {
    case 'page':
    case 'check':
      return (
        <>
          {stage.at === 'page' && stage.page === 0 && <p>{t('copy_intro')}</p>}
          <Answering
            pages={pages}
            step={stage}
            go={setStage}
            answers={answers}
            say={setAnswers}
            leave={() => {
              location.hash = list;
            }}
            send={() => void deliver()}
          />
        </>
      );
    case 'sending':
      return <Sending trouble={stage.trouble} safe={t('copy_safe')} now={() => retryTimer.now()} />;
    case 'refused':
      return <Refused {...stage} list={list} back={() => setStage({ at: 'check' })} forget={forget} />;
    case 'received':
      return <Entered list={list} />;
  }
}

function Entered({ list }: { list: string }) {
  const t = useLeaversTexts();
  return (
    <>
      <div class="panel">
        <Heading page="paper-received">{t('entered_title')}</Heading>
      </div>
      <p id="received">{t('entered')}</p>
      <p>
        <a id="to-papers" href={list}>
          {t('back_to_papers')}
        </a>
      </p>
    </>
  );
}

const NOT_FOUND = 404;
/** After these no answers can be entered, whatever they are. */
const OVER: Reason[] = ['given', 'exempt', 'late', 'not_invited'];

function Refused({
  reason,
  status,
  said,
  list,
  back,
  forget,
}: {
  reason: Reason;
  status: number;
  said: string;
  list: string;
  back: () => void;
  forget: () => void;
}) {
  const t = useLeaversTexts();
  const over = OVER.find((each) => each === reason) as 'given' | 'exempt' | 'late' | 'not_invited' | undefined;
  return (
    <>
      <Heading page="paper-refused">{t('not_entered')}</Heading>
      <Note kind="warning">
        <p id="refused" data-reason={reason}>
          {status === NOT_FOUND ? t('refused_unknown') : over === undefined ? said : t(`refused_${over}`)}
        </p>
      </Note>
      <div class="buttons">
        {over === undefined ? (
          <button id="back" type="button" class="button" onClick={back}>
            {t('back_to_answers')}
          </button>
        ) : (
          <a id="to-papers" class="button" href={list} onClick={forget}>
            {t('back_to_papers')}
          </a>
        )}
      </div>
    </>
  );
}
