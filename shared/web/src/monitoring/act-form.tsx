import { useDesk } from '../common/desk';
import { useAttempt } from '../common/form/attempt';
import { FormPart } from '../common/form/form-page';
import { useKept } from '../common/kept';
import { TextArea } from '../common/text-area';
import { Choices, type FormError, TextField } from '../common/view';
import { almatyNow, fromAlmaty } from '../desk/almaty-time';
import type { VisitParts } from './one-visit';
import { writeDown } from './outbox';
import { PersonSearch } from './person-search';
import { useMonitoringTexts } from './texts';

const EMPTY = {
  by: 'employee' as 'employee' | 'person',
  who: '',
  /** Whom the directory calls so: what is shown of the one who was found. */
  name: '' as string | undefined,
  workplace: '',
  observedAt: '',
  reason: '',
  overtimeAct: '',
  evidence: [] as string[],
};
type Typed = typeof EMPTY;
const SUBMIT = 'act-add';

/** An act on somebody at the workplace outside working time (¶14). What their working time was, the server compares. */
export function ActForm({ visit, outbox }: VisitParts) {
  const t = useMonitoringTexts();
  const { claims } = useDesk();
  const [typed, keep, forget, kept] = useKept<Typed>(`presence ${claims.sub} ${visit.id}`, EMPTY);
  const form = useAttempt(SUBMIT);
  const change = (part: Partial<Typed>) => keep({ ...typed, ...part });
  const field = (name: 'who' | 'workplace' | 'observedAt' | 'reason' | 'overtimeAct') => ({
    id: `act-${name}`,
    value: typed[name],
    change: (value: string) => change({ [name]: value }),
    error: form.errorAt(`act-${name}`),
  });
  const known = [
    ...visit.evidence.map(({ id, fileName }) => ({ value: id, label: fileName })),
    ...outbox.entries.flatMap(({ id, step }) =>
      step.kind === 'evidence' ? [{ value: id, label: `${step.body.fileName} (${t('waits')})` }] : [],
    ),
  ];
  const add = async () => {
    const observedAt = fromAlmaty(typed.observedAt === '' ? almatyNow() : typed.observedAt);
    const missing = mistakes(typed, observedAt, t);
    if (missing.length > 0 || observedAt === null) {
      return form.wrong(missing);
    }
    try {
      await writeDown(claims.sub, visit.id, { kind: 'act', body: bodyOf(typed, observedAt) });
      form.clear();
      forget(EMPTY);
    } catch {
      form.wrong([{ field: SUBMIT, message: t('no_room') }]);
    }
  };
  return (
    <details id="act" {...((kept || form.errors.length > 0) && { open: true })}>
      <summary>{t('act_add')}</summary>
      <p class="hint">{t('act_hint')}</p>
      <FormPart form={form} submit={{ id: SUBMIT, label: t('write_down') }} onSubmit={() => void add()}>
        <Choices
          id="act-by"
          legend={t('act_by')}
          choices={(['employee', 'person'] as const).map((value) => ({
            value,
            label: t(`by_${value}`),
            hint: t(`by_${value}_hint`),
          }))}
          selected={[typed.by]}
          select={([by]) => change({ by: by as Typed['by'], who: '', name: '' })}
        />
        {typed.by === 'employee' ? (
          <PersonSearch
            {...field('who')}
            change={(who) => change({ who, name: '' })}
            visit={visit}
            name={typed.name ?? ''}
            choose={(who, name) => change({ who, name })}
          />
        ) : (
          <TextField {...field('who')} label={t('person')} />
        )}
        <TextField {...field('workplace')} label={t('workplace')} />
        <TextField {...field('observedAt')} label={t('observed_at')} hint={t('now_hint')} kind="moment" />
        <TextArea {...field('reason')} label={t('stated_reason')} rows={2} />
        <TextField {...field('overtimeAct')} label={t('overtime_act')} />
        {known.length > 0 && (
          <Choices
            id="act-evidence"
            legend={t('act_evidence')}
            choices={known}
            selected={typed.evidence}
            several
            select={(evidence) => change({ evidence })}
          />
        )}
      </FormPart>
    </details>
  );
}

function mistakes(typed: Typed, observedAt: string | null, t: ReturnType<typeof useMonitoringTexts>): FormError[] {
  return [
    ...(typed.who.trim() === '' ? [{ field: 'act-who', message: t('missing_person') }] : []),
    ...(typed.workplace.trim() === '' ? [{ field: 'act-workplace', message: t('missing_workplace') }] : []),
    ...(observedAt === null ? [{ field: 'act-observedAt', message: t('missing_moment') }] : []),
  ];
}

function bodyOf({ by, who, workplace, reason, overtimeAct, evidence }: Typed, observedAt: string) {
  return {
    ...(by === 'employee' ? { employee: who.trim() } : { person: who.trim() }),
    workplace: workplace.trim(),
    observedAt,
    ...(reason.trim() !== '' && { reason: reason.trim() }),
    ...(overtimeAct.trim() !== '' && { overtimeAct: overtimeAct.trim() }),
    evidence,
  };
}
