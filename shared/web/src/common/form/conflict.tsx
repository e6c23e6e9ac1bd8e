import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Problem } from '../http';
import { settle } from '../settling';
import { Note } from '../view';
import { useFormTexts } from './texts';

/**
 * Somebody else has changed what a form is about: who and when, as the server says, what stands there now beside what was
 * typed, and the ways on. It takes the focus, like the summary of errors in whose place it stands.
 */
export function Conflict(props: {
  problem: Problem;
  /** What stands there now, and what was typed; where that is not said, the message says enough. */
  there?: ComponentChildren;
  mine?: ComponentChildren;
  /** Puts the names of facts in a message into words. */
  inWords?: (message: string) => string;
  children: ComponentChildren;
}) {
  const { problem, there, mine, inWords = (message) => message, children } = props;
  const t = useFormTexts();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    settle();
    place.current?.focus();
    place.current?.scrollIntoView({ block: 'start' });
  }, [problem]);
  const messages =
    problem.errors.length > 0 ? problem.errors.map(({ message }) => message) : [problem.detail || problem.title];
  return (
    <div ref={place} id="conflict" role="alert" tabIndex={-1}>
      <Note kind="warning">
        <h2>{t('changed_meanwhile')}</h2>
        {messages.map((message) => (
          <p key={message}>{inWords(message)}</p>
        ))}
        {there !== undefined && (
          <dl class="facts">
            <div>
              <dt>{t('there_now')}</dt>
              <dd id="theirs">{there}</dd>
            </div>
            <div>
              <dt>{t('yours')}</dt>
              <dd id="mine">{mine}</dd>
            </div>
          </dl>
        )}
        <div class="buttons">{children}</div>
      </Note>
    </div>
  );
}
