import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { useDirectory } from '../common/directory';
import { PersonField } from '../common/form/person-field';
import { Rows } from '../common/form/rows';
import { TextArea } from '../common/text-area';
import { almatyDay } from '../common/today';
import { SelectField, TextField } from '../common/view';
import { Act, type ActForm } from './act';
import type { Appraisal, Member } from './api';
import { useAppraisalTexts } from './texts';

interface Typed {
  members: { person: string; kind: Member['kind'] }[];
  number: string;
  date: string;
  reason: string;
}

const EMPTY: Typed['members'] = [
  { person: '', kind: 'ASSESSOR' },
  { person: '', kind: 'ASSESSOR' },
  { person: '', kind: 'HR' },
];

/** ¶19: an odd number of at least three, assessors and one of the personnel service; later approvals replace, with a reason. */
export function MembersAct(props: { appraisal: Appraisal; by: 'OFFICIAL' | 'MASLIKHAT'; done: () => void }) {
  const { appraisal, by, done } = props;
  const t = useAppraisalTexts();
  const { api } = useDesk();
  const { calibration } = appraisal;
  const replaces = calibration?.members !== undefined;
  const initial: Typed = {
    members: calibration?.members?.map(({ person, kind }) => ({ person, kind })) ?? EMPTY,
    number: '',
    date: almatyDay(new Date()),
    reason: '',
  };
  return (
    <Act
      id={`members-${by}`}
      open={appraisal.state === 'CAL_REQUESTED' && by === 'OFFICIAL'}
      title={t(replaces ? 'members_replace' : `members_${by}`)}
      intro={t('members_intro')}
      appraisal={appraisal}
      initial={initial}
      submit={t('members_submit')}
      send={({ members, number, date, reason }, version) =>
        api(at('/appraisals/{appraisal}/calibration/members', { appraisal: appraisal.id }), {
          method: 'PUT',
          body: {
            members: members.map(({ person, kind }) => ({ person: person.trim(), kind })),
            by,
            order: { number: number.trim(), date },
            ...(reason.trim() !== '' && { reason: reason.trim() }),
            version,
          },
        })
      }
      done={done}
    >
      {(form) => <MembersFields id={`members-${by}`} form={form} />}
    </Act>
  );
}

function MembersFields({ id, form }: { id: string; form: ActForm<Typed> }) {
  const t = useAppraisalTexts();
  const { nameOf } = useDirectory();
  const { field } = form;
  return (
    <>
      <Rows
        id={`${id}-members`}
        form={form}
        title={t('members')}
        rows={form.typed.members}
        opened={0}
        change={(members) => form.change({ members })}
        fresh={() => ({ person: '', kind: 'ASSESSOR' as const })}
        nameOf={({ person, kind }) => `${person === '' ? t('member_new') : nameOf(person)}, ${t(`member_${kind}`)}`}
        add={t('member_add')}
        remove={t('remove')}
      >
        {(row, place, change) => (
          <>
            <PersonField
              id={`${place}-person`}
              label={t('member')}
              error={form.errorAt(`${place}-person`)}
              value={row.person}
              change={(person) => change({ person })}
            />
            <SelectField
              id={`${place}-kind`}
              label={t('member_kind')}
              error={form.errorAt(`${place}-kind`)}
              value={row.kind}
              change={(kind) => change({ kind: kind as Member['kind'] })}
              options={(['ASSESSOR', 'HR'] as const).map((kind): [string, string] => [kind, t(`member_${kind}`)])}
            />
          </>
        )}
      </Rows>
      <TextField
        {...field('number')}
        id={`${id}-order-number`}
        label={t('order_number')}
        kind="short"
        error={form.errorAt(`${id}-order-number`)}
      />
      <TextField
        {...field('date')}
        id={`${id}-order-date`}
        label={t('order_date')}
        kind="date"
        error={form.errorAt(`${id}-order-date`)}
      />
      <TextArea {...field('reason')} label={t('members_reason')} hint={t('members_reason_hint')} />
    </>
  );
}
