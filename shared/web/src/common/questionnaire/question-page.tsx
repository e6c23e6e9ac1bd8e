import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { ErrorSummary, type FormError, Heading } from '../view';
import type { Words } from './words';

interface QuestionPageProps {
  t: Words;
  /** Tells one page from another, so that the heading takes the focus. */
  page: string;
  title: string;
  number: number;
  total: number;
  /** The question to begin at, by the id of its place; the beginning of the page where nothing is said. */
  question: string | undefined;
  /** Whether it is the check that sent here, and where the way leads back to. */
  fromCheck: boolean;
  /** What keeps the person on this page; shown from the first try to go on. */
  wrong: FormError[];
  back: () => void;
  next: () => void;
  children: (errors: FormError[]) => ComponentChildren;
}

/** One page of questions. */
export function QuestionPage({
  t,
  page,
  title,
  number,
  total,
  question,
  fromCheck,
  wrong,
  back,
  next,
  children,
}: QuestionPageProps) {
  const [attempt, setAttempt] = useState(0);
  const errors = attempt > 0 ? wrong : [];
  useLayoutEffect(() => {
    if (question !== undefined) {
      const place = document.getElementById(question);
      (place?.querySelector<HTMLElement>('input:checked, input, textarea') ?? place)?.focus({ preventScroll: true });
      place?.scrollIntoView({ block: 'start' });
    }
  }, []);
  const go = () => {
    setAttempt(attempt + 1);
    if (wrong.length === 0) {
      next();
    }
  };
  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      <Heading page={page} caption={t('page_of', { n: number, total })} quiet={question !== undefined}>
        {title}
      </Heading>
      <progress class="steps" value={number} max={total} aria-hidden="true" />
      {children(errors)}
      <Buttons id="continue" label={t(fromCheck ? 'check_save' : 'continue')} onClick={go} back={back} t={t} />
    </>
  );
}

/** On and back. */
export function Buttons({
  id,
  label,
  onClick,
  back,
  t,
}: {
  id: string;
  label: string;
  onClick: () => void;
  back: () => void;
  t: Words;
}) {
  return (
    <div class="buttons">
      <button id={id} type="button" class="button" onClick={onClick}>
        {label}
      </button>
      <button id="back" type="button" class="button button-plain" onClick={back}>
        {t('back')}
      </button>
    </div>
  );
}
