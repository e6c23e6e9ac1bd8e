import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { showInstant } from '../common/dates';
import { formErrors, hasRole, useDesk } from '../common/desk';
import { useCommonTexts } from '../common/texts';
import { useTyped, useTypedRequest } from '../common/typed';
import { ErrorSummary, errorAt, type FormError, SelectField, TextArea, TextField } from '../common/view';
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
  const common = useCommonTexts();
  const { api, claims } = useDesk();
  const [finding, key, setFinding, forget] = useTypedRequest(`finding ${claims.sub} ${id}`, {
    kind: 'UNTIMELY' as FindingKind,
    points: '',
    basis: '',
  });
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const name = (field: string) => `${field}-${form}-${period}`;
  const enter = async () => {
    const reply = await api(at('/obligations/{obligation}/findings', { obligation: id }), {
      method: 'POST',
      body: finding,
      idempotencyKey: key,
    });
    if (reply.kind === 'answered') {
      forget();
      setErrors([]);
      return changed();
    }
    setErrors(
      reply.kind === 'refused'
        ? formErrors(reply.problem, ({ pointer }) => pointer && name(pointer.slice(1)), name('points'))
        : [{ field: name('points'), message: common('unreachable') }],
    );
    setAttempt((before) => before + 1);
  };
  return (
    <details>
      <summary>{t('enter_finding')}</summary>
      <ErrorSummary errors={errors} attempt={attempt} />
      <SelectField
        id={name('kind')}
        label={t('finding_kind')}
        value={finding.kind}
        change={(kind) => setFinding({ ...finding, kind: kind as FindingKind })}
        options={KINDS.map((kind) => [kind, t(`kind_${kind}`)])}
        error={errorAt(errors, name('kind'))}
      />
      <TextField
        id={name('points')}
        label={t('finding_points')}
        kind="decimal"
        value={finding.points}
        change={(points) => setFinding({ ...finding, points: points.replace(',', '.') })}
        error={errorAt(errors, name('points'))}
      />
      <TextArea
        id={name('basis')}
        label={t('basis')}
        value={finding.basis}
        change={(basis) => setFinding({ ...finding, basis })}
        error={errorAt(errors, name('basis'))}
      />
      <button type="button" class="button" data-enter={id} onClick={() => void enter()}>
        {t('enter')}
      </button>
    </details>
  );
}

function Withdraw({ obligation, finding, changed }: { obligation: Obligation; finding: string; changed: () => void }) {
  const t = useReportsTexts();
  const common = useCommonTexts();
  const { api, claims } = useDesk();
  const [basis, setBasis, forget] = useTyped(`withdrawal ${claims.sub} ${obligation.id} ${finding}`, '');
  const [error, setError] = useState<string>();
  const withdraw = async () => {
    const reply = await api(
      at('/obligations/{obligation}/findings/{finding}/withdrawal', { obligation: obligation.id, finding }),
      { method: 'POST', body: { basis } },
    );
    if (reply.kind === 'answered') {
      forget();
      return changed();
    }
    setError(
      reply.kind === 'refused' ? (reply.problem.errors[0]?.message ?? reply.problem.title) : common('unreachable'),
    );
  };
  return (
    <details>
      <summary>{t('withdraw')}</summary>
      <TextArea id={`withdraw-${finding}`} label={t('basis')} value={basis} change={setBasis} error={error} />
      <button type="button" class="button button-plain" data-withdraw={finding} onClick={() => void withdraw()}>
        {t('withdraw')}
      </button>
    </details>
  );
}
