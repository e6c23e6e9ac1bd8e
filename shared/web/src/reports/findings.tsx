import { at } from '../common/api';
import { showInstant } from '../common/dates';
import { hasRole, useDesk } from '../common/desk';
import { useForm } from '../common/form/form';
import { FormPart } from '../common/form/form-page';
import { TextArea } from '../common/text-area';
import { useCommonTexts } from '../common/texts';
import { SelectField, TextField } from '../common/view';
import type { FindingKind, Obligation } from './api';
import { useReportsTexts } from './texts';

const KINDS: FindingKind[] = ['INCORRECT', 'INCOMPLETE', 'UNTIMELY'];

/** Penalties found (¶24), also where no file ever came; whoever answers for the direction enters and withdraws them. */
export function Findings({ obligation, changed }: { obligation: Obligation; changed: () => void }) {
  const t = useReportsTexts();
  const common = useCommonTexts();
  const desk = useDesk();
  const reviews = hasRole(desk, obligation.direction === 'pm' ? 'agency' : 'digital');
  return (
    <>
      {obligation.findings.length > 0 && (
        <ul class="findings">
          {obligation.findings.map((finding) => (
            <li key={finding.id} data-finding={finding.id}>
              <span class={finding.withdrawn === undefined ? 'minus' : undefined}>
                {t('finding', { kind: t(`kind_${finding.kind}`), points: finding.points })}
              </span>{' '}
              {finding.basis} ({showInstant(finding.at, common)})
              {finding.withdrawn !== undefined && ` ${t('withdrawn')} ${finding.withdrawn.basis}`}
              {reviews && finding.withdrawn === undefined && (
                <Withdraw obligation={obligation} finding={finding.id} changed={changed} />
              )}
            </li>
          ))}
        </ul>
      )}
      {reviews && <Enter obligation={obligation} changed={changed} />}
    </>
  );
}

function Enter({ obligation: { id, form, period }, changed }: { obligation: Obligation; changed: () => void }) {
  const t = useReportsTexts();
  const { api } = useDesk();
  const name = (field: string) => `${field}-${form}-${period}`;
  const initial = { kind: 'UNTIMELY' as FindingKind, points: '', basis: '' };
  const entry = useForm(['finding', id], initial, name('points'));
  const { typed: body, idempotencyKey, change, errorAt, text } = entry;
  const enter = async () => {
    const reply = await entry.send(
      () => api(at('/obligations/{obligation}/findings', { obligation: id }), { method: 'POST', body, idempotencyKey }),
      (pointer) => (pointer === '' ? undefined : name(pointer.slice(1))),
    );
    if (reply?.kind === 'answered') {
      entry.forget();
      changed();
    }
  };
  const points = text('points', name('points'));
  return (
    <details>
      <summary>{t('enter_finding')}</summary>
      <FormPart form={entry} submit={{ id: name('enter'), label: t('enter') }} onSubmit={() => void enter()}>
        <SelectField
          id={name('kind')}
          label={t('finding_kind')}
          value={body.kind}
          change={(kind) => change({ kind: kind as FindingKind })}
          options={KINDS.map((kind) => [kind, t(`kind_${kind}`)])}
          error={errorAt(name('kind'))}
        />
        <TextField
          {...points}
          label={t('finding_points')}
          kind="decimal"
          change={(typed) => points.change(typed.replace(',', '.'))}
        />
        <TextArea {...text('basis', name('basis'))} label={t('basis')} />
      </FormPart>
    </details>
  );
}

function Withdraw({ obligation, finding, changed }: { obligation: Obligation; finding: string; changed: () => void }) {
  const t = useReportsTexts();
  const { api } = useDesk();
  const field = `withdraw-${finding}`;
  const form = useForm(['withdrawal', obligation.id, finding], { basis: '' }, field);
  const withdraw = async () => {
    const place = at('/obligations/{obligation}/findings/{finding}/withdrawal', { obligation: obligation.id, finding });
    const reply = await form.send(
      () => api(place, { method: 'POST', body: form.typed }),
      () => field,
    );
    if (reply?.kind === 'answered') {
      form.forget();
      changed();
    }
  };
  const submit = { id: `${field}-submit`, label: t('withdraw'), kind: 'plain' } as const;
  return (
    <details>
      <summary>{t('withdraw')}</summary>
      <FormPart form={form} submit={submit} onSubmit={() => void withdraw()}>
        <TextArea {...form.text('basis', field)} label={t('basis')} />
      </FormPart>
    </details>
  );
}
