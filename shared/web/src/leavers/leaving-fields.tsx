import type { Form } from '../common/form/form';
import { Choices, type FormError, Note, SelectField, TextField } from '../common/view';
import type { Deliver, Ground, Left, Medium, Section } from './api';
import { DELIVERIES, GROUNDS, isInterviewed, LEFT, MEDIA, SECTIONS, type Typed } from './leaving';
import { useLeaversTexts } from './texts';

type LeavingForm = Pick<Form<Typed & { reason: string }>, 'typed' | 'change' | 'errorAt' | 'text'>;

/** Everything of an announcement that may be corrected. */
export function LeavingFields({ form }: { form: LeavingForm }) {
  const t = useLeaversTexts();
  const { typed, change, errorAt, text } = form;
  return (
    <>
      <TextField {...text('leavingOn')} label={t('leaving_on')} hint={t('leaving_on_hint')} kind="date" />
      <Choices
        id="left"
        legend={t('left')}
        error={errorAt('left')}
        choices={LEFT.map((value) => ({ value, label: t(`left_${value}`), hint: t(`left_hint_${value}`) }))}
        selected={[typed.left]}
        select={([left]) => change({ left: left as Left })}
      />
      <GroundField form={form} />
      <SelectField
        id="section"
        label={t('section')}
        value={typed.section}
        change={(section) => change({ section: section as Section })}
        options={SECTIONS.map((section) => [section, t(`section_${section}`)])}
        error={errorAt('section')}
      />
      <TextField {...text('unit')} label={t('unit')} hint={t('unit_hint')} />
      {isInterviewed(typed) && <InterviewFields form={form} />}
    </>
  );
}

/** What a ground means is shown as soon as it is chosen. */
function GroundField({ form: { typed, change, errorAt } }: { form: LeavingForm }) {
  const t = useLeaversTexts();
  const grounds = Object.keys(GROUNDS) as Ground[];
  return (
    <>
      <SelectField
        id="ground"
        label={t('ground')}
        value={typed.ground}
        change={(ground) => change({ ground: ground as Ground | '' })}
        options={[['', t('choose')], ...grounds.map((ground): [string, string] => [ground, t(`ground_${ground}`)])]}
        error={errorAt('ground')}
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
    </>
  );
}

/** How the interview is given; on paper only with the failure of E-qyzmet that allows it. */
function InterviewFields({ form: { typed, change, errorAt, text } }: { form: LeavingForm }) {
  const t = useLeaversTexts();
  return (
    <>
      <Choices
        id="medium"
        legend={t('medium')}
        error={errorAt('medium')}
        choices={MEDIA.map((value) => ({ value, label: t(`medium_${value}`), hint: t(`medium_hint_${value}`) }))}
        selected={[typed.medium]}
        select={([medium]) => change({ medium: medium as Medium })}
        under={(medium) =>
          medium === 'PAPER' && (
            <div class="under">
              <TextField {...text('document')} label={t('failure_document')} hint={t('failure_document_hint')} />
              <TextField {...text('failed')} label={t('failure_date')} kind="date" />
              <TextField {...text('operator')} label={t('failure_operator')} />
            </div>
          )
        }
      />
      {typed.medium === 'ELECTRONIC' && (
        <Choices
          id="deliver"
          legend={t('deliver')}
          error={errorAt('deliver')}
          choices={DELIVERIES.map((value) => ({
            value,
            label: t(`deliver_${value}`),
            hint: t(`deliver_hint_${value}`),
          }))}
          selected={[typed.deliver]}
          select={([deliver]) => change({ deliver: deliver as Deliver })}
        />
      )}
    </>
  );
}

/** What is shown at each field that was left empty. */
export function useMissing(): (fields: (keyof Typed)[]) => FormError[] {
  const t = useLeaversTexts();
  return (fields) => fields.map((field) => ({ field, message: t(`missing_${field}` as Parameters<typeof t>[0]) }));
}
