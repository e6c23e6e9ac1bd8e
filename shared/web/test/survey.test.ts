import { expect, test } from 'vitest';
import { slipOf } from '../src/survey/link';
import { ballotPaper, pagesOf, type Question, type Questionnaire } from '../src/survey/survey';

const words = { kk: 'к', ru: 'р', en: 'e' };
const question = (id: string, options = 4): Question => ({
  id,
  number: 1,
  text: words,
  answer_type: options === 0 ? 'free_text' : 'single',
  options: Array.from({ length: options }, (_, i) => ({
    code: i + 1,
    label: words,
    ...(options === 7 && i === 0 && { own_answer: true }),
  })),
});
const questionnaire: Questionnaire = {
  id: 'appendix-9',
  title: words,
  intro: words,
  instruction: words,
  sections: [
    {
      id: 'short',
      title: words,
      indicator: 'N2',
      statements: [question('q1'), question('q2'), question('q3'), question('q4')],
    },
    {
      id: 'long',
      title: words,
      indicator: null,
      statements: [...'56789']
        .map((n) => question(`q${n}`))
        .concat(question('q29', 7), question('q33', 0), question('q34', 0), question('q35', 0)),
    },
  ],
  demographics: { title: words, questions: [question('demo1_sex', 2), question('demo2_position', 2)] },
};
const pages = pagesOf(questionnaire);

test('one section a page, a long one cut into equal parts, the respondent last', () => {
  expect(pages.map(({ id, questions }) => [id, questions.length])).toEqual([
    ['short', 4],
    ['long-1', 5],
    ['long-2', 4],
    ['respondent', 2],
  ]);
});

test('the ballot carries only what was answered, the respondent apart under its own names', () => {
  expect(ballotPaper(pages, { q1: 4, q33: '  мәтін \n', q34: '   ', sex: 2 })).toEqual({
    answers: { q1: 4, q33: 'мәтін' },
    respondent: { sex: 2 },
  });
});

test('an own answer goes along only while its option is chosen', () => {
  expect(ballotPaper(pages, { q29: 1, 'q29.own': 'өзге' }).answers).toEqual({ q29: 1, 'q29.own': 'өзге' });
  expect(ballotPaper(pages, { q29: 3, 'q29.own': 'өзге' }).answers).toEqual({ q29: 3 });
  expect(ballotPaper(pages, { q29: [1, 3], 'q29.own': 'өзге' }).answers).toEqual({ q29: [1, 3], 'q29.own': 'өзге' });
  expect(ballotPaper(pages, { q29: [] }).answers).toEqual({});
});

const drafted = { code: 'ABCD-EFGH-1234-5678-X', body: 'a' };
test.each([
  [
    "another link's code comes before a draft's, and takes no body from it",
    { code: 'ZZZZZZZZ99999999Z', body: '' },
    drafted,
    { code: 'ZZZZZZZZ99999999Z', body: '' },
  ],
  [
    "a link's code comes with its own body",
    { code: 'ZZZZZZZZ99999999Z', body: 'b' },
    drafted,
    { code: 'ZZZZZZZZ99999999Z', body: 'b' },
  ],
  [
    'the same link again keeps the body that was chosen',
    { code: 'abcdefgh12345678x', body: '' },
    drafted,
    { code: 'abcdefgh12345678x', body: 'a' },
  ],
  ["without a code in the link the draft's goes on", { code: '', body: '' }, drafted, drafted],
  ['without either there is what the link says', { code: '', body: 'b' }, undefined, { code: '', body: 'b' }],
])('%s', (_, link, draft, slip) => {
  expect(slipOf(link, draft)).toEqual(slip);
});
