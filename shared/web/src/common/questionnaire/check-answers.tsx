import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ErrorSummary, type FormError, Heading } from '../view';
import { Buttons } from './question-page';
import type { Words } from './words';

/** A question and what was answered to it; an empty answer is none. */
export interface Given {
  key: string;
  text: string;
  answer: string;
  /** Leads back to the question. */
  change: () => void;
}

/** All answers at a glance, what has none first, each with its way back; the only place they are sent from. */
export function CheckAnswers(props: {
  t: Words;
  /** In the order of the questionnaire; a part without a title has no heading. */
  parts: { title: string | null; given: Given[] }[];
  /** Below the number of those that have no answer. */
  unansweredHint?: string;
  /** Before all answers. */
  children?: ComponentChildren;
  /** What keeps them from being sent; shown from the first try. */
  wrong: FormError[];
  back: () => void;
  send: () => void;
}) {
  const { t, parts, unansweredHint, children, wrong, back, send } = props;
  const [attempt, setAttempt] = useState(0);
  const unanswered = parts.flatMap(({ given }) => given.filter(({ answer }) => answer === ''));
  const go = () => {
    setAttempt(attempt + 1);
    if (wrong.length === 0) {
      send();
    }
  };
  return (
    <>
      <ErrorSummary errors={attempt > 0 ? wrong : []} attempt={attempt} />
      <Heading page="check">{t('check_title')}</Heading>
      <p>{t('check_intro')}</p>
      {children}
      {unanswered.length > 0 && (
        <section id="unanswered" aria-labelledby="unanswered-title">
          <h2 id="unanswered-title" class="check-section">
            {t('check_unanswered', { n: unanswered.length })}
          </h2>
          {unansweredHint !== undefined && <p class="hint">{unansweredHint}</p>}
          <Answers given={unanswered} t={t} />
        </section>
      )}
      {parts.map(({ title, given }) => {
        const answered = given.filter(({ answer }) => answer !== '');
        return (
          answered.length > 0 && (
            <div key={title}>
              {title !== null && <h2 class="check-section">{title}</h2>}
              <Answers given={answered} t={t} />
            </div>
          )
        );
      })}
      <Buttons id="send" label={t('send')} onClick={go} back={back} t={t} />
    </>
  );
}

function Answers({ given, t }: { given: Given[]; t: Words }) {
  return (
    <dl class="answers">
      {given.map(({ key, text, answer, change }) => (
        <div key={key} class="answer">
          <dt>{text}</dt>
          <dd id={`answer-${key}`} class={answer === '' ? 'blank' : ''}>
            {answer === '' ? t('check_blank') : answer}
          </dd>
          <dd class="change">
            <button
              id={`change-${key}`}
              type="button"
              class="link-button"
              aria-label={t('check_change_of', { question: text })}
              onClick={change}
            >
              {t('check_change')}
            </button>
          </dd>
        </div>
      ))}
    </dl>
  );
}
