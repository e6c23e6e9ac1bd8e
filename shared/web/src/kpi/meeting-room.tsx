import { at } from '../common/api';
import { useDesk, useLoaded } from '../common/desk';
import { type Form, useForm } from '../common/form/form';
import { FormPage } from '../common/form/form-page';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { TextArea } from '../common/text-area';
import { Choices, type FormError } from '../common/view';
import { AgendaItem } from './agenda-item';
import type { Commission } from './api';
import { nameIn } from './commissions';
import { useDay } from './parts';
import { useSheets, whoseSheet } from './sheets-of-body';
import { useKpiTexts } from './texts';
import { countVotes, type Motion, required, seated, sentMotion } from './votes';

export interface Table {
  present: string[];
  motions: Motion[];
  conclusion: string;
}

const SUBMIT = 'hold';

/** The table of a meeting: who is there, the sheets of the day, motions one after another with votes by name, the protocol. */
export function MeetingRoom({ commission: id, on }: { commission: string; on: string }) {
  const [commission, again] = useLoaded(at('/commissions/{commission}', { commission: id }));
  return (
    <LoadedView loaded={commission} again={again}>
      {(value) => <Meeting commission={value} on={on} />}
    </LoadedView>
  );
}

function Meeting({ commission, on }: { commission: Commission; on: string }) {
  const t = useKpiTexts();
  const day = useDay();
  const { api } = useDesk();
  const form = useForm<Table>(['kpi meeting', commission.id, on], { present: [], motions: [], conclusion: '' }, SUBMIT);
  const sheets = useSheets();
  const { present, motions, conclusion } = form.typed;
  const agenda = commission.timetable?.meetings.find((each) => each.on === on)?.documents ?? [];
  const there = seated(commission, present);
  const votersOn = (sheet: string) => there.filter((person) => person !== sheets?.get(sheet)?.employee);
  const hold = async () => {
    const wrong = mistakes(form.typed, votersOn, t);
    if (wrong.length > 0) {
      return form.wrong(wrong);
    }
    const body = {
      commission: commission.id,
      heldOn: on,
      present: present.filter((person) => [...there, commission.secretary].includes(person)),
      decisions: motions.map((motion) => sentMotion(motion, votersOn(motion.sheet))),
      ...(conclusion.trim() !== '' && { conclusion: conclusion.trim() }),
    };
    const reply = await form.send(
      () => api(at('/commission-meetings'), { method: 'POST', body, idempotencyKey: form.idempotencyKey }),
      fieldOf,
    );
    if (reply?.kind === 'answered') {
      form.forget();
      location.hash = linkTo(['kpi', 'meetings', reply.body.id]);
    }
  };
  return (
    <FormPage
      form={form}
      page={`meet ${commission.id} ${on}`}
      caption={t('meeting_room')}
      title={day(on) ?? on}
      intro={<p>{t('meeting_intro')}</p>}
      submit={{ id: SUBMIT, label: t('hold_meeting') }}
      onSubmit={() => void hold()}
    >
      <Presence form={form} commission={commission} />
      <h2>{t('agenda')}</h2>
      <ol class="cards" id="agenda">
        {agenda
          .filter((sheet) => sheets === null || sheets.get(sheet)?.state === 'AT_COMMISSION')
          .map((sheet) => (
            <AgendaItem
              key={sheet}
              form={form}
              commission={commission}
              sheet={sheet}
              name={whoseSheet(sheets, sheet)}
              voters={votersOn(sheet)}
            />
          ))}
      </ol>
      <TextArea {...form.text('conclusion')} label={t('conclusion')} rows={3} />
    </FormPage>
  );
}

/** Who is there, and whether that is enough. */
function Presence({ form, commission }: { form: Form<Table>; commission: Commission }) {
  const t = useKpiTexts();
  const { present } = form.typed;
  const seats = [commission.chair, ...commission.members];
  const there = seated(commission, present).length;
  const needed = required(commission);
  const quorum = there >= needed;
  const chair = present.includes(commission.chair);
  return (
    <>
      <Choices
        id="present"
        legend={t('who_is_present')}
        hint={t('secretary_sits', { name: nameIn(commission, commission.secretary) })}
        error={form.errorAt('present')}
        several
        choices={seats.map((person) => ({
          value: person,
          label:
            person === commission.chair ? `${nameIn(commission, person)} – ${t('chair')}` : nameIn(commission, person),
        }))}
        selected={present}
        select={(chosen) => form.change({ present: chosen })}
      />
      <div role="status" id="quorum" data-quorum={String(quorum && chair)}>
        <dl class="figures">
          <div>
            <dt>{t('present')}</dt>
            <dd>{t('n_of', { n: there, total: seats.length })}</dd>
          </div>
          <div>
            <dt>{t('required')}</dt>
            <dd>{needed}</dd>
          </div>
        </dl>
        <p>
          <strong class={quorum && chair ? 'tag tag-open' : 'tag tag-closing'}>
            {!quorum ? t('no_quorum') : chair ? t('quorum') : t('no_chair')}
          </strong>
        </p>
      </div>
    </>
  );
}

/** What cannot be sent yet. */
function mistakes(
  { present, motions }: Table,
  votersOn: (sheet: string) => string[],
  t: ReturnType<typeof useKpiTexts>,
): FormError[] {
  return [
    ...(present.length === 0 ? [{ field: 'present', message: t('error_choose') }] : []),
    ...(motions.length === 0 ? [{ field: SUBMIT, message: t('error_no_motion') }] : []),
    ...motions.flatMap(({ sheet, decision, grade, votes }, index) => [
      ...(decision === 'REVISE' && grade === '' ? [{ field: `motion-${index}-grade`, message: t('error_grade') }] : []),
      ...(countVotes(votes, votersOn(sheet), '').kind === 'open'
        ? [{ field: `motion-${index}-votes`, message: t('error_votes') }]
        : []),
    ]),
  ];
}

function fieldOf(pointer: string): string | undefined {
  const [, index, part] = /^\/decisions\/(\d+)\/(\w+)/.exec(pointer) ?? [];
  return index !== undefined
    ? `motion-${index}-${part === 'grade' || part === 'recommendation' ? part : 'votes'}`
    : pointer.startsWith('/present')
      ? 'present'
      : pointer === '/conclusion'
        ? 'conclusion'
        : undefined;
}
