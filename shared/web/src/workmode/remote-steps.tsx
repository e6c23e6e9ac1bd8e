import { at } from '../common/api';
import { showDate } from '../common/dates';
import { useDesk } from '../common/desk';
import { Act } from '../common/form/act';
import { PersonField } from '../common/form/person-field';
import { linkTo } from '../common/route';
import { TextArea } from '../common/text-area';
import { useCommonTexts } from '../common/texts';
import { Choices, TextField } from '../common/view';
import { fromAlmaty } from '../desk/almaty-time';
import { about, useStands } from './act-steps';
import { RECALL_KINDS, type Recall, type RemoteAct, type RemoteRow } from './api';
import { missing } from './checks';
import { linesOf } from './lines';
import { useWorkmodeTexts } from './texts';

interface Parts {
  act: RemoteAct;
  again: () => void;
}

/** ¶5: with the end of its cause the regime ends, for everybody for whom it goes on. */
export function CauseRemoved({ act, again }: Parts) {
  const t = useWorkmodeTexts();
  const stands = useStands();
  const { api } = useDesk();
  return (
    <Act
      id="cause"
      title={t('remove_cause')}
      intro={t('remove_cause_intro')}
      about={act}
      there={stands}
      initial={{ on: '', document: '' }}
      submit={t('remove_cause_submit')}
      kind="danger"
      check={(typed) => missing(typed, { on: t('missing_day'), document: t('missing_document') })}
      send={({ on, document }, version) =>
        api(at('/remote-acts/{act}/cause-removed', { act: act.id }), {
          method: 'PUT',
          body: { on, document: document.trim(), version },
        })
      }
      done={again}
    >
      {({ field }) => (
        <>
          <TextField {...field('on')} label={t('cause_removed')} hint={t('still_within')} kind="date" />
          <TextField {...field('document')} label={t('document')} />
        </>
      )}
    </Act>
  );
}

/** ¶8: what the employer has provided for one employee. */
export function EquipmentOf({ act, row, again }: Parts & { row: RemoteRow }) {
  const t = useWorkmodeTexts();
  const stands = useStands();
  const { api } = useDesk();
  return (
    <Act
      id="equipment"
      title={t(row.equipment === undefined ? 'enter_equipment' : 'change_equipment')}
      intro={t('employer_pays')}
      open={row.equipment === undefined}
      about={about(act, row)}
      there={stands}
      initial={{ items: (row.equipment?.items ?? []).join('\n') }}
      submit={t('enter')}
      check={({ items }) => (linesOf(items).length === 0 ? [{ field: 'items', message: t('missing_equipment') }] : [])}
      send={({ items }, version) =>
        api(at('/remote-acts/{act}/equipment/{employee}', { act: act.id, employee: row.employee }), {
          method: 'PUT',
          body: { items: linesOf(items), version },
        })
      }
      done={again}
    >
      {({ field }) => <TextArea {...field('items')} label={t('equipment')} hint={t('one_a_line')} rows={4} />}
    </Act>
  );
}

const RECALL = { kind: '', from: '', noticeSentAt: '', reason: '', proposedBy: '' };

/** ¶12: an employee is called to the office; for urgent work with a notice in advance. */
export function RecallOf({ act, row }: Parts & { row: RemoteRow }) {
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  const { api } = useDesk();
  return (
    <Act
      id="recall"
      title={t('recall')}
      intro={t('recall_intro')}
      about={about(act, row)}
      initial={RECALL}
      submit={t('recall_submit')}
      check={(typed) => recallMistakes(typed, t)}
      send={(typed, _, idempotencyKey) =>
        api(at('/recalls'), { method: 'POST', body: recallOf(act.id, row.employee, typed), idempotencyKey })
      }
      done={() => {
        location.hash = linkTo(['worktime', 'recalls']);
      }}
    >
      {({ field, typed, change }) => (
        <>
          <Choices
            id={field('kind').id}
            legend={t('recall_why')}
            error={field('kind').error}
            choices={RECALL_KINDS.map((value) => ({ value, label: t(`recall_${value}`) }))}
            selected={[typed.kind]}
            select={([kind = '']) => change({ kind })}
          />
          <TextField
            {...field('from')}
            label={t('recall_from')}
            hint={t('within', { from: showDate(row.from, common), to: showDate(row.to, common) })}
            kind="date"
          />
          <TextField
            {...field('noticeSentAt')}
            label={t('notice_sent_at')}
            hint={t(typed.kind === 'URGENT' ? 'notice_needed' : 'notice_free')}
            kind="moment"
          />
          <TextArea {...field('reason')} label={t('reason')} rows={2} />
          <PersonField {...field('proposedBy')} label={t('proposed_by')} hint={t('proposed_by_hint')} />
        </>
      )}
    </Act>
  );
}

export type TypedRecall = typeof RECALL;

/** What is missing of a recall; the order of notice and beginning is the server's to judge. */
export function recallMistakes(typed: TypedRecall, t: ReturnType<typeof useWorkmodeTexts>) {
  const unsent = typed.kind === 'URGENT' && fromAlmaty(typed.noticeSentAt) === null;
  return [
    ...missing(typed, { kind: t('missing_choice'), from: t('missing_day') }),
    ...(unsent ? [{ field: 'noticeSentAt', message: t('missing_notice') }] : []),
    ...missing(typed, { reason: t('missing_reason') }),
  ];
}

export function recallOf(act: string, employee: string, typed: TypedRecall) {
  const notice = fromAlmaty(typed.noticeSentAt);
  const proposedBy = typed.proposedBy.trim();
  return {
    act,
    employee,
    kind: typed.kind as Recall['kind'],
    from: typed.from,
    reason: typed.reason.trim(),
    ...(notice !== null && { noticeSentAt: notice }),
    ...(proposedBy !== '' && { proposedBy }),
  };
}
