import { at } from '../common/api';
import { showDate } from '../common/dates';
import { useDesk } from '../common/desk';
import { FileInLanguages } from '../common/file-in-languages';
import { Act } from '../common/form/act';
import { TextArea } from '../common/text-area';
import { useCommonTexts } from '../common/texts';
import { TextField } from '../common/view';
import type { ActKind, AnyAct, AnyRow } from './act-head';
import { missing } from './checks';
import { useWorkmodeTexts } from './texts';

interface Parts {
  kind: ActKind;
  act: AnyAct;
  again: () => void;
}

/** In words what stands, where somebody else was faster. */
export function useStands(): (current: { state?: string }) => string | undefined {
  const t = useWorkmodeTexts();
  return ({ state }) => (state === undefined ? undefined : t(`act_${state as AnyAct['state']}`));
}

/** The form about one row of an act: what was typed for one employee is not shown to another. */
export function about({ id, version }: AnyAct, row: AnyRow | undefined): { id: string; version: number } {
  return { id: row === undefined ? id : `${id} ${row.employee}`, version };
}

/** Whether the act goes on for an employee. */
export function goesOn({ state }: AnyRow): boolean {
  return state === 'ACTIVE' || state === 'EXTENDED';
}

/** ¶22: the employee acknowledges the duties. */
export function Acknowledge({ kind, act, again }: Parts) {
  const t = useWorkmodeTexts();
  const { api, claims } = useDesk();
  const mine = act.employees.find(({ employee }) => employee === claims.sub);
  if (mine === undefined || mine.acknowledgedAt !== undefined || mine.state === 'ANNULLED') {
    return null;
  }
  const { id } = act;
  return (
    <Act
      id="acknowledge"
      title={t('acknowledge')}
      intro={t('acknowledge_intro')}
      open
      about={act}
      initial={{}}
      submit={t('acknowledge')}
      send={(_, version) => {
        const asked = { method: 'POST', body: { version } } as const;
        return kind === 'flexible'
          ? api(at('/flexible-acts/{act}/acknowledgement', { act: id }), asked)
          : api(at('/remote-acts/{act}/acknowledgement', { act: id }), asked);
      }}
      done={again}
    />
  );
}

/** The authorised person ends an act earlier for one employee, with the document of the agreement. */
export function EndEarlier({ kind, act, row, again }: Parts & { row: AnyRow }) {
  const t = useWorkmodeTexts();
  const common = useCommonTexts();
  const stands = useStands();
  const { api } = useDesk();
  const { employee, from, to } = row;
  return (
    <Act
      id="end"
      title={t('end_earlier')}
      intro={t('end_earlier_intro')}
      about={about(act, row)}
      there={stands}
      initial={{ lastDay: '', document: '' }}
      submit={t('end_earlier_submit')}
      kind="danger"
      check={(typed) => missing(typed, { lastDay: t('missing_day'), document: t('missing_document') })}
      send={({ lastDay, document }, version) => {
        const asked = { method: 'POST', body: { employee, lastDay, document: document.trim(), version } } as const;
        return kind === 'flexible'
          ? api(at('/flexible-acts/{act}/end', { act: act.id }), asked)
          : api(at('/remote-acts/{act}/end', { act: act.id }), asked);
      }}
      done={again}
    >
      {({ field }) => (
        <>
          <TextField
            {...field('lastDay')}
            label={t('to')}
            hint={t('within', { from: showDate(from, common), to: showDate(to, common) })}
            kind="date"
          />
          <TextField {...field('document')} label={t('agreement')} />
        </>
      )}
    </Act>
  );
}

/** What was entered by mistake was never in force: for one employee, or for all who are left. */
export function Annul({ kind, act, row, again }: Parts & { row: AnyRow | undefined }) {
  const t = useWorkmodeTexts();
  const stands = useStands();
  const { api } = useDesk();
  return (
    <Act
      id="annul"
      title={t(row === undefined ? 'annul_all' : 'annul')}
      intro={t(kind === 'flexible' ? 'annul_flexible_intro' : 'annul_intro')}
      about={about(act, row)}
      there={stands}
      initial={{ reason: '', document: '' }}
      submit={t('annul_submit')}
      kind="danger"
      check={(typed) => missing(typed, { reason: t('missing_reason'), document: t('missing_document') })}
      send={({ reason, document }, version) => {
        const body = {
          ...(row !== undefined && { employee: row.employee }),
          reason: reason.trim(),
          document: document.trim(),
          version,
        };
        return kind === 'flexible'
          ? api(at('/flexible-acts/{act}/annul', { act: act.id }), { method: 'POST', body })
          : api(at('/remote-acts/{act}/annul', { act: act.id }), { method: 'POST', body });
      }}
      done={again}
    >
      {({ field }) => (
        <>
          <TextArea {...field('reason')} label={t('reason')} rows={2} />
          <TextField {...field('document')} label={t('document')} />
        </>
      )}
    </Act>
  );
}

export function ActPaper({ kind, act: { id, number } }: { kind: ActKind; act: AnyAct }) {
  const t = useWorkmodeTexts();
  return (
    <FileInLanguages
      file={`${kind}-act-${id}`}
      title={t('paper')}
      label={(language) => t(`pdf_${language}`)}
      path={(lang) =>
        kind === 'flexible'
          ? at('/flexible-acts/{act}', { act: `${id}.pdf`, lang })
          : at('/remote-acts/{act}', { act: `${id}.pdf`, lang })
      }
      name={(language) => `${kind}-act-${number}-${language}.pdf`}
    />
  );
}
