import { at } from '../common/api';
import { useDesk, useLoaded } from '../common/desk';
import { Facts } from '../common/facts';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { almatyDay } from '../common/today';
import { Heading, TextField } from '../common/view';
import { type Meeting, mayDo } from './api';
import { nameIn } from './commissions';
import { Paper, useDay } from './parts';
import { Step, type StepDone, useDone } from './step';
import { useKpiTexts } from './texts';

/** The protocol of a meeting: who sat, every motion with its votes by name, and the approval. */
export function OneMeeting({ id }: { id: string }) {
  const [meeting, again] = useLoaded(at('/commission-meetings/{meeting}', { meeting: id }));
  return (
    <LoadedView loaded={meeting} again={again}>
      {(value) => <MeetingPage meeting={value} again={again} />}
    </LoadedView>
  );
}

function MeetingPage({ meeting, again }: { meeting: Meeting; again: () => void }) {
  const t = useKpiTexts();
  const day = useDay();
  const [notice, done] = useDone(again);
  const { attended = [], members = [], chair = '', secretary = '' } = meeting;
  const names = (people: string[]) => people.map((person) => nameIn(meeting, person)).join(', ');
  return (
    <>
      <Heading page={`meeting ${meeting.id}`} caption={t('meeting_one')}>
        {day(meeting.heldOn) ?? meeting.heldOn}
      </Heading>
      {notice}
      <Facts
        id="meeting"
        facts={[
          [
            t('state'),
            <strong key="state" class="tag" id="state" data-state={meeting.state}>
              {t(`meeting_${meeting.state}`)}
            </strong>,
          ],
          [t('order'), meeting.order && `№ ${meeting.order.number}, ${day(meeting.order.date)}`],
          [t('chair'), names([chair])],
          [t('members'), names(members)],
          [t('secretary'), names([secretary])],
          [t('present'), `${names(attended)} (${t('present_of', { n: meeting.present, required: meeting.required })})`],
          [t('conclusion'), meeting.conclusion],
        ]}
      />
      <Motions meeting={meeting} />
      <Approval meeting={meeting} done={done('done')} again={again} />
      <Paper of="meeting" id={meeting.id} />
    </>
  );
}

function Motions({ meeting }: { meeting: Meeting }) {
  const t = useKpiTexts();
  return (
    <section id="motions">
      <h2>{t('motions')}</h2>
      <ol class="cards">
        {meeting.decisions.map(
          (
            { sheet, name, employee, decision, moved, sheetGrade, grade, votes, carried, by, recommendation },
            index,
          ) => (
            <li key={index} class="card" data-motion={index} data-carried={String(carried)} data-by={by}>
              <h3>
                <a href={linkTo(['kpi', 'sheets', sheet])}>{name ?? employee ?? sheet}</a>
              </h3>
              <Facts
                id={`motion-${index}`}
                facts={[
                  [t('motion'), moved === undefined ? t(`motion_${decision}`) : t(`grade_${moved}`)],
                  [t('managers_grade'), sheetGrade && t(`grade_${sheetGrade}`)],
                  [
                    t('vote_for'),
                    votes
                      .filter((vote) => vote.for)
                      .map(({ member }) => nameIn(meeting, member))
                      .join(', ') || '–',
                  ],
                  [
                    t('vote_against'),
                    votes
                      .filter((vote) => !vote.for)
                      .map(({ member }) => nameIn(meeting, member))
                      .join(', ') || '–',
                  ],
                  [
                    t('outcome'),
                    <strong key="outcome" class={carried ? 'tag tag-open' : 'tag tag-closing'}>
                      {t(carried ? 'carried' : 'not_carried')}, {t(`by_${by}`)}
                    </strong>,
                  ],
                  [t('grade'), carried && t(`grade_${grade}`)],
                  [t('recommendation'), recommendation],
                ]}
              />
            </li>
          ),
        )}
      </ol>
    </section>
  );
}

/** The head approves the results, by which the terms of informing begin. */
function Approval({ meeting, done, again }: { meeting: Meeting; done: StepDone; again: () => void }) {
  const t = useKpiTexts();
  const { api } = useDesk();
  if (!mayDo(meeting, 'approve')) {
    return null;
  }
  return (
    <section id="approving">
      <h2>{t('approve_meeting')}</h2>
      <Step<{ on: string }>
        step="approve"
        about={`meeting ${meeting.id}`}
        label={t('approve')}
        initial={{ on: almatyDay(new Date()) }}
        check={({ on }) => (on === '' ? [{ field: 'on', message: t('error_date') }] : [])}
        send={({ on }) =>
          api(at('/commission-meetings/{meeting}/approve', { meeting: meeting.id }), {
            method: 'POST',
            body: { on, version: meeting.version },
          })
        }
        fieldOf={(pointer) => (pointer === '/on' ? 'on' : undefined)}
        done={done}
        again={again}
      >
        {(form) => <TextField {...form.text('on')} label={t('approved_on')} kind="date" />}
      </Step>
    </section>
  );
}
