import { Choices, errorAt, type FormError, Note, SelectField, TextField } from '../common/view';
import type { Deliver, Ground, Left, Medium, Section } from './api';
import { DELIVERIES, GROUNDS, isInterviewed, LEFT, MEDIA, SECTIONS, type Typed } from './leaving';
import { useLeaversTexts } from './texts';

/** Everything of an announcement that may be corrected. What a ground means is shown as soon as it is chosen. */
export function LeavingFields({
  typed,
  change,
  errors,
}: {
  typed: Typed;
  change: (typed: Typed) => void;
  errors: FormError[];
}) {
  const t = useLeaversTexts();
  const set = (some: Partial<Typed>) => change({ ...typed, ...some });
  const grounds = Object.keys(GROUNDS) as Ground[];
  return (
    <>
      <TextField
        id="leavingOn"
        label={t('leaving_on')}
        hint={t('leaving_on_hint')}
        kind="date"
        value={typed.leavingOn}
        change={(leavingOn) => set({ leavingOn })}
        error={errorAt(errors, 'leavingOn')}
      />
      <Choices
        id="left"
        legend={t('left')}
        error={errorAt(errors, 'left')}
        choices={LEFT.map((value) => ({ value, label: t(`left_${value}`), hint: t(`left_hint_${value}`) }))}
        selected={[typed.left]}
        select={([left]) => set({ left: left as Left })}
      />
      <SelectField
        id="ground"
        label={t('ground')}
        value={typed.ground}
        change={(ground) => set({ ground: ground as Ground | '' })}
        options={[['', t('choose')], ...grounds.map((ground): [string, string] => [ground, t(`ground_${ground}`)])]}
        error={errorAt(errors, 'ground')}
      />
      <div role="status">
        {typed.ground !== '' && (
          <Note>
            <p id="rule7" data-rule7={GROUNDS[typed.ground]}>
              {t(`rule7_${GROUNDS[typed.ground]}`)}
            </p>
          </Note>
        )}
      </div>
      <SelectField
        id="section"
        label={t('section')}
        value={typed.section}
        change={(section) => set({ section: section as Section })}
        options={SECTIONS.map((section) => [section, t(`section_${section}`)])}
        error={errorAt(errors, 'section')}
      />
      <TextField
        id="unit"
        label={t('unit')}
        hint={t('unit_hint')}
        value={typed.unit}
        change={(unit) => set({ unit })}
        error={errorAt(errors, 'unit')}
      />
      {isInterviewed(typed) && (
        <>
          <Choices
            id="medium"
            legend={t('medium')}
            error={errorAt(errors, 'medium')}
            choices={MEDIA.map((value) => ({ value, label: t(`medium_${value}`), hint: t(`medium_hint_${value}`) }))}
            selected={[typed.medium]}
            select={([medium]) => set({ medium: medium as Medium })}
            under={(medium) =>
              medium === 'PAPER' && (
                <div class="under">
                  <TextField
                    id="document"
                    label={t('failure_document')}
                    hint={t('failure_document_hint')}
                    value={typed.document}
                    change={(document) => set({ document })}
                    error={errorAt(errors, 'document')}
                  />
                  <TextField
                    id="failed"
                    label={t('failure_date')}
                    kind="date"
                    value={typed.failed}
                    change={(failed) => set({ failed })}
                    error={errorAt(errors, 'failed')}
                  />
                  <TextField
                    id="operator"
                    label={t('failure_operator')}
                    value={typed.operator}
                    change={(operator) => set({ operator })}
                    error={errorAt(errors, 'operator')}
                  />
                </div>
              )
            }
          />
          {typed.medium === 'ELECTRONIC' && (
            <Choices
              id="deliver"
              legend={t('deliver')}
              error={errorAt(errors, 'deliver')}
              choices={DELIVERIES.map((value) => ({
                value,
                label: t(`deliver_${value}`),
                hint: t(`deliver_hint_${value}`),
              }))}
              selected={[typed.deliver]}
              select={([deliver]) => set({ deliver: deliver as Deliver })}
            />
          )}
        </>
      )}
    </>
  );
}

/** What is shown at each field that was left empty. */
export function useMissing(): (fields: (keyof Typed)[]) => FormError[] {
  const t = useLeaversTexts();
  return (fields) => fields.map((field) => ({ field, message: t(`missing_${field}` as Parameters<typeof t>[0]) }));
}
