import { at } from '../common/api';
import { showDate } from '../common/dates';
import { useDesk } from '../common/desk';
import { type OfficialTitle, official } from '../common/directory';
import { Facts } from '../common/facts';
import { FileInLanguages } from '../common/file-in-languages';
import { useLanguage } from '../common/language';
import { useCommonTexts } from '../common/texts';
import { Note } from '../common/view';
import { kindName, ownerName, turnName } from '../home/texts';
import type { Plan, Sheet, Signatures } from './api';
import { termsOf, useTerms } from './terms';
import { useKpiTexts } from './texts';

/** A day, or nothing. */
export function useDay(): (day: string | undefined) => string | undefined {
  const common = useCommonTexts();
  return (day) => (day === undefined ? undefined : showDate(day, common));
}

/** Whom a plan or a sheet is about, for which period, where it stands, and by when who acts. */
export function CaseFacts({ document, kind }: { document: Plan | Sheet; kind: 'kpi-plan' | 'kpi-sheet' }) {
  const t = useKpiTexts();
  const language = useLanguage();
  const day = useDay();
  const { person, period, archive } = document;
  const title = (texts: OfficialTitle | undefined) => texts && official(texts, language);
  return (
    <>
      <Facts
        id="case"
        facts={[
          [
            t('state'),
            <strong key="state" class="tag" id="state" data-state={document.state}>
              {t(`state_${document.state}`)}
            </strong>,
          ],
          [t('position'), [title(person?.position), title(person?.unit)].filter(Boolean).join(', ')],
          [t('period'), period && `${day(period.from)} – ${day(period.to)}`],
        ]}
      />
      {archive !== undefined && (
        <Note>
          <p id="archive">{t('archive_entry', archive)}</p>
        </Note>
      )}
      <Turn document={document} kind={kind} />
    </>
  );
}

/** Whose turn it is and by when, as far as the reader is shown it. */
function Turn({ document, kind }: { document: Plan | Sheet; kind: 'kpi-plan' | 'kpi-sheet' }) {
  const t = useKpiTexts();
  const language = useLanguage();
  const day = useDay();
  const { claims } = useDesk();
  const terms = useTerms(claims.roles.includes('hr') ? claims.body : undefined, document.version);
  const tasks = termsOf(terms, kind, document.id);
  return tasks.length === 0 ? null : (
    <ul id="turns">
      {tasks.map((task) => (
        <li key={task.event} data-event={task.event}>
          {turnName(task.kind, task.event, language)}
          {task.owner === `person:${claims.sub}` ? ` – ${t('your_turn')}` : ` – ${ownerName(task.owner, language)}`}
          {task.due !== undefined && `. ${t('due_by', { day: day(task.safeDue ?? task.due) ?? '' })}`}{' '}
          {task.late && <strong class="tag tag-closing">{t('late')}</strong>}
        </li>
      ))}
    </ul>
  );
}

/** Who has signed, or why they have not. */
export function SignatureFacts({ signatures = {} }: { signatures: Signatures | undefined }) {
  const t = useKpiTexts();
  const day = useDay();
  const said = (signature: Signatures['employee']) =>
    signature === undefined
      ? t('not_signed')
      : [
          signature.refused !== undefined
            ? `${t('refused')}: ${signature.refused}`
            : signature.absent !== undefined
              ? `${t('absent')}: ${signature.absent}`
              : t('signed'),
          signature.name,
          day(signature.on),
        ]
          .filter(Boolean)
          .join(', ');
  return (
    <Facts
      id="signatures"
      facts={[
        [t('employee'), said(signatures.employee)],
        [t('direct_manager'), said(signatures.manager)],
        [t('higher_manager'), said(signatures.approver)],
      ]}
    />
  );
}

/** Why it was sent back, the latest first. */
export function Returns({ returned = [] }: { returned: Plan['returned'] }) {
  const t = useKpiTexts();
  const day = useDay();
  return returned.length === 0 ? null : (
    <section id="returned">
      <h2>{t('sent_back')}</h2>
      <ul class="said">
        {[...returned].reverse().map(({ reason, on }, index) => (
          <li key={index}>
            {day(on)}: {reason}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The printed document, in the language of the act and in the translations. */
export function Paper({ of, id }: { of: 'plan' | 'sheet' | 'meeting'; id: string }) {
  const t = useKpiTexts();
  const common = { kk: 'Қазақша', ru: 'Русский', en: 'English' };
  return (
    <section class="no-print">
      <h2>{t('paper')}</h2>
      <p class="hint">{t('paper_hint')}</p>
      <FileInLanguages
        file={`${of}-${id}`}
        title={t('paper')}
        label={(language) => `PDF, ${common[language]}`}
        path={(lang) =>
          of === 'plan'
            ? at('/kpi-plans/{plan}', { plan: `${id}.pdf`, lang })
            : of === 'sheet'
              ? at('/kpi-sheets/{sheet}', { sheet: `${id}.pdf`, lang })
              : at('/commission-meetings/{meeting}', { meeting: `${id}.pdf`, lang })
        }
        name={(language) => `${of}-${id}-${language}.pdf`}
      />
    </section>
  );
}

/** What a kind of document is called. */
export function useKind(): (kind: 'kpi-plan' | 'kpi-sheet') => string {
  const language = useLanguage();
  return (kind) => kindName(kind, language);
}
