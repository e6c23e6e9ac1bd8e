import { at } from '../common/api';
import { Bar } from '../common/bar';
import { useLoaded } from '../common/desk';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { Note } from '../common/view';
import type { Option, Question } from '../exit/form';
import type { Reasons } from './api';
import { useLeaversTexts } from './texts';

/** Why people left, in sums of five and more; where there is none, why. */
export function ReasonsTold({ reasons }: { reasons: Reasons }) {
  const t = useLeaversTexts();
  const [loaded, again] = useLoaded(at('/exit-interviews/form'));
  const { people, questions, groups = {}, minimumGroup } = reasons;
  return (
    <section id="reasons">
      <h2>{t('reasons')}</h2>
      {people === null || questions === null ? (
        <Note>
          <p id="reasons-held">{t('reasons_held', { minimum: minimumGroup })}</p>
        </Note>
      ) : (
        <>
          <p id="reasons-people">{t('reasons_people', { people, minimum: minimumGroup })}</p>
          <LoadedView loaded={loaded} again={again}>
            {(form) =>
              form.questions.map((question) => (
                <OneQuestion key={question.id} question={question} counted={questions[question.id]} groups={groups} />
              ))
            }
          </LoadedView>
        </>
      )}
    </section>
  );
}

type Counted = NonNullable<Reasons['questions']>[string];

function OneQuestion({
  question,
  counted,
  groups,
}: {
  question: Question;
  counted: Counted | undefined;
  groups: Record<string, number>;
}) {
  const t = useLeaversTexts();
  const language = useLanguage();
  const { answered = 0, options = {} } = counted ?? {};
  const title = `counted-${question.id}`;
  return (
    <div class="statement" data-question={question.id}>
      <h3 id={title}>
        {question.number}. {question.text[language]}
      </h3>
      <p class="hint">{t('answered', { n: answered })}</p>
      {question.groups?.map((group) => (
        <div key={group.id}>
          <h4 id={`counted-${group.id}`}>
            {group.title[language]}
            {groups[group.id] !== undefined && `: ${groups[group.id]}`}
          </h4>
          <Bars options={group.options} counts={options} of={answered} named={`counted-${group.id}`} />
        </div>
      ))}
      {question.options && <Bars options={question.options} counts={options} of={answered} named={title} />}
    </div>
  );
}

function Bars({
  options,
  counts,
  of,
  named,
}: {
  options: Option[];
  counts: Record<string, number>;
  of: number;
  named: string;
}) {
  const t = useLeaversTexts();
  const language = useLanguage();
  return (
    <table class="bars" aria-labelledby={named}>
      <thead class="hidden">
        <tr>
          <th scope="col">{t('option')}</th>
          <th scope="col">{t('people')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {options.map(({ id, label }) => (
          <tr key={id} data-option={id}>
            <th scope="row">{label[language]}</th>
            <td class="figure">{counts[id] ?? 0}</td>
            <td class="bar-cell">
              <Bar value={counts[id] ?? 0} of={of} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
