import { useLayoutEffect, useState } from 'preact/hooks';
import { Beginning } from '../common/beginning';
import { useLanguage } from '../common/language';
import { wrongInCode } from '../common/slip-code';
import { Choices, ErrorSummary, errorAt, type FormError, Heading, Note, TextField } from '../common/view';
import { type Answers, answered, chosenOf, type Form, missing, optionsOf, type Page, type Question } from './form';
import type { Reason } from './sending';
import { useExitTexts } from './texts';

/** The first page: what this is, who reads the answers and who does not, and whether the device may keep them. */
export function Start(props: {
  form: Form;
  shared: boolean | null;
  setShared: (shared: boolean) => void;
  draft: boolean;
  eraseDraft: () => void;
  next: () => void;
}) {
  const { form, ...beginning } = props;
  const t = useExitTexts();
  const language = useLanguage();
  return (
    <Beginning {...beginning}>
      <Heading page="start">{form.title[language]}</Heading>
      <p class="lead">{form.intro[language]}</p>
      <p>{t('start_time')}</p>
      <Note>
        <p>{t('start_who')}</p>
        <p>{t('start_body')}</p>
      </Note>
      <details>
        <summary>{t('start_limits')}</summary>
        <ul>
          <li>{t('limit_counts')}</li>
          <li>{t('limit_one')}</li>
          <li>{t('limit_network')}</li>
        </ul>
      </details>
      <p>{t('leave_hint')}</p>
    </Beginning>
  );
}

/** How the leaver is known: by the code of a slip or message, or by a login. */
export function ChooseRight(props: {
  by: 'login' | 'code' | null;
  setBy: (by: 'login' | 'code') => void;
  code: string;
  setCode: (code: string) => void;
  unknownCode: string | null;
  logIn: () => Promise<void>;
  back: () => void;
  next: () => void;
}) {
  const { by, setBy, code, setCode, unknownCode, logIn, back, next } = props;
  const t = useExitTexts();
  // A code that was refused is said at once, and the error has the focus.
  const [refused] = useState(unknownCode !== null && code === unknownCode);
  const [attempt, setAttempt] = useState(refused ? 1 : 0);
  const [loginDown, setLoginDown] = useState(false);
  const errors: FormError[] = [];
  const wrong = wrongInCode(code);
  if (attempt > 0) {
    if (by === null) {
      errors.push({ field: 'right', message: t('right_error') });
    } else if (by === 'code' && wrong !== null) {
      errors.push({ field: 'code', message: t(`code_error_${wrong}`) });
    } else if (by === 'code' && code === unknownCode) {
      errors.push({ field: 'code', message: t('code_error_unknown') });
    } else if (by === 'login' && loginDown) {
      errors.push({ field: 'right-login', message: t('login_unreachable') });
    }
  }
  const go = async () => {
    setAttempt(attempt + 1);
    setLoginDown(false);
    if (by === 'code' && wrong === null) {
      next();
    }
    if (by === 'login') {
      await logIn().catch(() => {
        setLoginDown(true);
        setAttempt(attempt + 2);
      });
    }
  };
  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      <Heading page="right" quiet={refused}>
        {t('right_title')}
      </Heading>
      <Choices
        id="right"
        legend={<span class="hidden">{t('right_title')}</span>}
        error={errorAt(errors, 'right')}
        choices={[
          { value: 'code', label: t('right_code'), hint: t('right_code_hint') },
          { value: 'login', label: t('right_login'), hint: t('right_login_hint') },
        ]}
        selected={by === null ? [] : [by]}
        select={([value]) => setBy(value === 'code' ? 'code' : 'login')}
        under={(value) =>
          value === 'code' && (
            <div class="under">
              <TextField
                id="code"
                label={t('code_label')}
                hint={t('code_hint')}
                error={errorAt(errors, 'code')}
                value={code}
                change={setCode}
                kind="code"
              />
            </div>
          )
        }
      />
      <div class="buttons">
        <button id="continue" type="button" class="button" onClick={() => void go()}>
          {by === 'login' ? t('login_button') : t('continue')}
        </button>
        <button id="back" type="button" class="button button-plain" onClick={back}>
          {t('back')}
        </button>
      </div>
    </>
  );
}

/** A few questions. All but one must be answered. */
export function QuestionPage(props: {
  page: Page;
  number: number;
  total: number;
  answers: Answers;
  say: (answers: Answers) => void;
  question: string | undefined;
  fromCheck: boolean;
  back: () => void;
  next: () => void;
}) {
  const { page, number, total, answers, say, question, fromCheck, back, next } = props;
  const t = useExitTexts();
  const [attempt, setAttempt] = useState(0);
  const blank = missing(page, answers);
  const errors: FormError[] =
    attempt > 0
      ? blank.map((each) => ({
          field: fieldOf(each),
          message: t(each.several ? 'question_error_several' : 'question_error', { n: each.number }),
        }))
      : [];
  useLayoutEffect(() => {
    if (question !== undefined) {
      const place = document.getElementById(question) ?? document.getElementById(`question-${question}`);
      (place?.querySelector<HTMLElement>('input:checked, input') ?? place)?.focus({ preventScroll: true });
      place?.scrollIntoView({ block: 'start' });
    }
  }, []);
  const go = () => {
    setAttempt(attempt + 1);
    if (blank.length === 0) {
      next();
    }
  };
  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      <Heading page={`page-${number}`} caption={t('page_of', { n: number, total })} quiet={question !== undefined}>
        {t(number === 1 ? 'page_reasons' : 'page_work')}
      </Heading>
      <progress class="steps" value={number} max={total} aria-hidden="true" />
      {page.map((each) =>
        each.groups ? (
          <Reasons key={each.id} question={each} answers={answers} say={say} errors={errors} />
        ) : (
          <Single key={each.id} question={each} answers={answers} say={say} errors={errors} />
        ),
      )}
      <div class="buttons">
        <button id="continue" type="button" class="button" onClick={go}>
          {fromCheck ? t('check_save') : t('continue')}
        </button>
        <button id="back" type="button" class="button button-plain" onClick={back}>
          {t('back')}
        </button>
      </div>
    </>
  );
}

/** Where an error of a question is mended: the first group of question 1, else the question. */
function fieldOf(question: Question): string {
  return question.groups?.[0]?.id ?? question.id;
}

function Reasons({
  question,
  answers,
  say,
  errors,
}: {
  question: Question;
  answers: Answers;
  say: (answers: Answers) => void;
  errors: FormError[];
}) {
  const t = useExitTexts();
  const language = useLanguage();
  const chosen = chosenOf(answers, question.id);
  return (
    <div role="group" id={`question-${question.id}`} aria-labelledby={`${question.id}-text`}>
      <p id={`${question.id}-text`} class="question">
        <span class="number">{question.number}. </span>
        {question.text[language]}
      </p>
      <p class="hint">{t('several')}</p>
      {question.groups!.map((group) => {
        const own = group.options.map(({ id }) => id);
        return (
          <Choices
            key={group.id}
            id={group.id}
            legend={group.title[language]}
            error={errorAt(errors, group.id)}
            choices={group.options.map(({ id, label }) => ({ value: id, label: label[language] }))}
            selected={chosen.filter((each) => own.includes(each))}
            several
            select={(values) =>
              say(answered(answers, question, [...chosen.filter((each) => !own.includes(each)), ...values]))
            }
          />
        );
      })}
    </div>
  );
}

function Single({
  question,
  answers,
  say,
  errors,
}: {
  question: Question;
  answers: Answers;
  say: (answers: Answers) => void;
  errors: FormError[];
}) {
  const t = useExitTexts();
  const language = useLanguage();
  const chosen = chosenOf(answers, question.id);
  return (
    <Choices
      id={question.id}
      legend={
        <>
          <span class="number">{question.number}. </span>
          {question.text[language]}
        </>
      }
      hint={question.required ? undefined : t('may_be_blank')}
      error={errorAt(errors, question.id)}
      choices={question.options!.map(({ id, label }) => ({ value: id, label: label[language] }))}
      selected={chosen}
      select={(values) => say(answered(answers, question, values))}
      after={
        !question.required &&
        chosen.length > 0 && (
          <button
            type="button"
            class="link-button"
            id={`${question.id}-clear`}
            onClick={() => {
              say(answered(answers, question, []));
              document.getElementById(`${question.id}-${question.options![0]!.id}`)?.focus();
            }}
          >
            {t('clear')}
          </button>
        )
      }
    />
  );
}

/** All answers at a glance, what has none first, each with its way back; the only place they are sent from. */
export function CheckAnswers({
  pages,
  answers,
  change,
  back,
  send,
}: {
  pages: Page[];
  answers: Answers;
  change: (page: number, question: string) => void;
  back: () => void;
  send: () => void;
}) {
  const t = useExitTexts();
  const [attempt, setAttempt] = useState(0);
  const blank = pages.flatMap((page) => missing(page, answers));
  const all = pages.flatMap((page, index) => page.map((question) => ({ question, index })));
  const unanswered = all.filter(({ question }) => chosenOf(answers, question.id).length === 0);
  const answerOf = ({ question, index }: { question: Question; index: number }) => (
    <Answer
      key={question.id}
      question={question}
      chosen={chosenOf(answers, question.id)}
      change={() => change(index, question.id)}
    />
  );
  const go = () => {
    setAttempt(attempt + 1);
    if (blank.length === 0) {
      send();
    }
  };
  return (
    <>
      <ErrorSummary
        errors={
          attempt > 0
            ? blank.map(({ id, number }) => ({ field: `change-${id}`, message: t('question_error', { n: number }) }))
            : []
        }
        attempt={attempt}
      />
      <Heading page="check">{t('check_title')}</Heading>
      <p>{t('check_intro')}</p>
      {unanswered.length > 0 && (
        <section id="unanswered" aria-labelledby="unanswered-title">
          <h2 id="unanswered-title" class="check-section">
            {t('check_unanswered', { n: unanswered.length })}
          </h2>
          <dl class="answers">{unanswered.map(answerOf)}</dl>
        </section>
      )}
      <dl class="answers">{all.filter(({ question }) => chosenOf(answers, question.id).length > 0).map(answerOf)}</dl>
      <div class="buttons">
        <button id="send" type="button" class="button" onClick={go}>
          {t('send')}
        </button>
        <button id="back" type="button" class="button button-plain" onClick={back}>
          {t('back')}
        </button>
      </div>
    </>
  );
}

function Answer({ question, chosen, change }: { question: Question; chosen: string[]; change: () => void }) {
  const t = useExitTexts();
  const language = useLanguage();
  const text = `${question.number}. ${question.text[language]}`;
  const labels = optionsOf(question).flatMap(({ id, label }) => (chosen.includes(id) ? [label[language]] : []));
  return (
    <div class="answer">
      <dt>{text}</dt>
      <dd id={`answer-${question.id}`} class={labels.length === 0 ? 'blank' : ''}>
        {labels.length === 0 ? t('check_blank') : labels.join('\n')}
      </dd>
      <dd class="change">
        <button
          id={`change-${question.id}`}
          type="button"
          class="link-button"
          aria-label={t('check_change_of', { question: text })}
          onClick={change}
        >
          {t('check_change')}
        </button>
      </dd>
    </div>
  );
}

/** @param safe where the answers wait meanwhile */
export function Sending({
  trouble,
  safe,
  now,
}: {
  trouble: 'retry' | 'offline' | null;
  safe: string;
  now: () => void;
}) {
  const t = useExitTexts();
  return (
    <>
      <Heading page="sending">{t('sending_title')}</Heading>
      <p role="status">{safe}</p>
      <div aria-live="polite" id="trouble">
        {trouble && (
          <>
            <Note kind="warning">
              <p>{t(trouble === 'offline' ? 'sending_offline' : 'sending_retry')}</p>
            </Note>
            <button id="try-now" type="button" class="button" onClick={now}>
              {t('sending_now')}
            </button>
          </>
        )}
      </div>
    </>
  );
}

/** Answers of somebody who logs in wait on this device; they go on only with a login. */
export function Waiting({ mine, erase }: { mine: () => void; erase: () => void }) {
  const t = useExitTexts();
  return (
    <>
      <Heading page="waiting">{t('waiting_title')}</Heading>
      <p>{t('waiting')}</p>
      <div class="buttons">
        <button id="login" type="button" class="button" onClick={mine}>
          {t('login_button')}
        </button>
        <button id="erase" type="button" class="button button-plain" onClick={erase}>
          {t('waiting_erase')}
        </button>
      </div>
    </>
  );
}

export function Refused({
  reason,
  said,
  again,
  back,
  changeRight,
}: {
  reason: Reason;
  said: string;
  again: () => void;
  back: () => void;
  changeRight: () => void;
}) {
  const t = useExitTexts();
  const over = reason === 'given' || reason === 'exempt' || reason === 'late';
  const right = reason === 'unknown_code' || reason === 'not_invited';
  return (
    <>
      <Heading page={`refused-${reason}`}>{t('refused_title')}</Heading>
      <Note kind="warning">
        <p id="refused" data-reason={reason}>
          {t(`refused_${reason}`, { what: said })}
        </p>
      </Note>
      {reason === 'other' && <p>{t('sending_safe')}</p>}
      {!over && (
        <div class="buttons">
          {reason === 'other' && (
            <button id="try-now" type="button" class="button" onClick={again}>
              {t('sending_now')}
            </button>
          )}
          <button
            id={right ? 'change-right' : 'back'}
            type="button"
            class={reason === 'other' ? 'button button-plain' : 'button'}
            onClick={right ? changeRight : back}
          >
            {t(right ? 'refused_change_right' : 'refused_back')}
          </button>
        </div>
      )}
    </>
  );
}

export function Received({ shared }: { shared: boolean }) {
  const t = useExitTexts();
  return (
    <>
      <div class="panel">
        <Heading page="received">{t('received_title')}</Heading>
      </div>
      <p id="received">{t('received')}</p>
      <p>{t('received_erased')}</p>
      {shared && (
        <Note kind="warning">
          <p>{t('received_shared')}</p>
        </Note>
      )}
    </>
  );
}

export type Why = 'config' | 'not_invited' | 'given' | 'exempt' | 'late' | 'login';

/** Why the page goes no further, and who to turn to. */
export function Stop({ why, another }: { why: Why; another: (() => void) | null }) {
  const t = useExitTexts();
  return (
    <>
      <Heading page={`stop-${why}`}>{t(`stop_${why}_title`)}</Heading>
      <p id="stop" data-why={why}>
        {t(`stop_${why}`)}
      </p>
      {another !== null && why !== 'config' && why !== 'login' && (
        <button id="another-code" type="button" class="button button-plain" onClick={another}>
          {t('another_code')}
        </button>
      )}
    </>
  );
}
