import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { DocumentField } from '../common/form/document-field';
import { TextArea } from '../common/text-area';
import { SelectField, TextField } from '../common/view';
import { Act } from './act';
import type { YearScore } from './api';
import { useAppraisalTexts } from './texts';

const RULES = ['MEAN', 'LAST', 'WEIGHTED_BY_DAYS'] as const;

/** How several cases of a quarter merge, and a quarter that was scored elsewhere. */
export function YearActs({ score, done }: { score: YearScore; done: () => void }) {
  const t = useAppraisalTexts();
  const { api } = useDesk();
  const { year, employee } = score;
  const about = { id: `${year} ${employee}`, version: score.version ?? 0 };
  const version = (seen: number) => seen > 0 && { version: seen };
  const several = score.quarters.filter(({ cases }) => cases.length > 1).map(({ quarter }) => quarter);
  const options = (quarters: string[]): [string, string][] =>
    quarters.map((quarter) => [quarter, t('quarter_of', { quarter })]);
  const all = [1, 2, 3, 4].map((number) => `${year}-Q${number}`);
  return (
    <>
      {several.length > 0 && (
        <Act
          id="choice"
          title={t('choice')}
          intro={t('choice_intro')}
          appraisal={about}
          initial={{ quarter: several[0]!, rule: 'MEAN' as string, reason: '' }}
          submit={t('choice_submit')}
          send={({ quarter, rule, reason }, seen) =>
            api(at('/yearly-scores/{year}/{employee}/choice', { year, employee }), {
              method: 'PUT',
              body: { quarter, rule: rule as (typeof RULES)[number], reason: reason.trim(), ...version(seen) },
            })
          }
          done={done}
        >
          {({ field }) => (
            <>
              <SelectField {...field('quarter')} label={t('quarter')} options={options(several)} />
              <SelectField
                {...field('rule')}
                label={t('rule')}
                options={RULES.map((rule): [string, string] => [rule, t(`rule_${rule}`)])}
              />
              <TextArea {...field('reason')} label={t('reason')} />
            </>
          )}
        </Act>
      )}
      <Act
        id="entered"
        title={t('enter_quarter')}
        intro={t('enter_quarter_intro')}
        appraisal={about}
        initial={{ quarter: all[0]!, score: '', document: '', reason: '' }}
        submit={t('enter_quarter_submit')}
        kind="plain"
        send={({ quarter, score: value, document, reason }, seen) =>
          api(at('/yearly-scores/{year}/{employee}/quarters/{quarter}', { year, employee, quarter }), {
            method: 'PUT',
            body: {
              score: value.trim().replace(',', '.'),
              document: document.trim(),
              reason: reason.trim(),
              ...version(seen),
            },
          })
        }
        done={done}
      >
        {({ field }) => (
          <>
            <SelectField {...field('quarter')} label={t('quarter')} options={options(all)} />
            <TextField {...field('score')} label={t('score')} kind="decimal" />
            <DocumentField {...field('document')} label={t('document')} hint={t('document_hint')} />
            <TextArea {...field('reason')} label={t('reason')} />
          </>
        )}
      </Act>
    </>
  );
}
