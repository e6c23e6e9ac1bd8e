import type { Answers, Page } from './form';
import { Check, Questions } from './questions';

/** Where answers are given: a page of questions, or all of them at a glance. */
export type Step = { at: 'page'; page: number; question?: string; fromCheck?: boolean } | { at: 'check' };

/** The pages of the interview one after another and the look at all answers, for a leaver and for whoever copies a paper. */
export function Answering(props: {
  pages: Page[];
  step: Step;
  go: (step: Step) => void;
  answers: Answers;
  say: (answers: Answers) => void;
  leave: () => void;
  send: () => void;
}) {
  const { pages, step, go, answers, say, leave, send } = props;
  if (step.at === 'check') {
    return (
      <Check
        pages={pages}
        answers={answers}
        change={(page, question) => go({ at: 'page', page, question, fromCheck: true })}
        back={() => go({ at: 'page', page: pages.length - 1 })}
        send={send}
      />
    );
  }
  const { page, question, fromCheck = false } = step;
  return (
    <Questions
      key={page}
      page={pages[page]!}
      number={page + 1}
      total={pages.length}
      answers={answers}
      say={say}
      question={question}
      fromCheck={fromCheck}
      back={() => {
        if (fromCheck) {
          go({ at: 'check' });
        } else if (page > 0) {
          go({ at: 'page', page: page - 1 });
        } else {
          leave();
        }
      }}
      next={() => go(fromCheck || page + 1 === pages.length ? { at: 'check' } : { at: 'page', page: page + 1 })}
    />
  );
}
