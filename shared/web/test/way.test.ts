import { expect, test } from 'vitest';
import { isStep, type Step, wayTo } from '../src/survey/way';

const places = (steps: Step[]) => steps.map((step) => (step.at === 'page' ? `page ${step.page}` : step.at));

test.each<[Step, string[]]>([
  [{ at: 'start' }, ['start']],
  [{ at: 'right' }, ['start', 'right']],
  [{ at: 'body' }, ['start', 'right', 'body']],
  [{ at: 'page', page: 0 }, ['start', 'right', 'page 0']],
  [{ at: 'page', page: 2 }, ['start', 'right', 'page 0', 'page 1', 'page 2']],
  [{ at: 'check' }, ['start', 'right', 'page 0', 'page 1', 'page 2', 'check']],
  [
    { at: 'page', page: 1, question: 'q7', fromCheck: true },
    ['start', 'right', 'page 0', 'page 1', 'page 2', 'check', 'page 1'],
  ],
])('the way to %j leaves nothing out', (step, way) => {
  expect(places(wayTo(step, 3))).toEqual(way);
  expect(wayTo(step, 3).at(-1)).toEqual(step);
});

test.each([null, undefined, {}, { at: 'sending' }, { at: 'receipt', receipt: 'R' }, { slip: { code: 'X', body: '' } }])(
  '%j is no step to go back to',
  (state) => {
    expect(isStep(state)).toBe(false);
  },
);
