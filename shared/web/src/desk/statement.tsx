import { Bar } from '../common/bar';
import { showDecimal } from '../common/decimals';
import { useLanguage } from '../common/language';
import type { Question } from '../survey/survey';
import type { StatementResult } from './api';
import { METHODS } from './methods';
import { useDeskTexts } from './texts';

/** One column of the statements' tables: everybody, or the people of one cut value. */
export interface Column {
  name: string;
  statements: Map<string, StatementResult>;
}

type Cells = (StatementResult | undefined)[];

/** Counts for each option, with bars where there is one column; what is held back says why. */
export function Statement({ question, columns }: { question: Question; columns: Column[] }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const cells = columns.map(({ statements }) => statements.get(question.id));
  const title = `statement-${question.id}`;
  const held = columns.flatMap(({ name }, index) => {
    const reason = cells[index]?.reason;
    return reason == null ? [] : [{ name, reason }];
  });
  return (
    <div class="statement" data-statement={question.id}>
      <h4 id={title}>
        {question.number}. {question.text[language]}
      </h4>
      {held.map(({ name, reason }) => (
        <p key={name} class="hint" data-reason={reason}>
          {columns.length > 1 && `${name} – `}
          {t(`reason_${reason}`)}
        </p>
      ))}
      {cells.some((cell) => cell?.counts != null) && (
        <div class="scroll" tabIndex={0} role="region" aria-labelledby={title}>
          <table class={columns.length === 1 ? 'bars' : ''}>
            <Head columns={columns} />
            <Options question={question} cells={cells} />
            <Foot cells={cells} />
          </table>
        </div>
      )}
    </div>
  );
}

function Head({ columns }: { columns: Column[] }) {
  const t = useDeskTexts();
  return (
    <thead>
      <tr>
        <th scope="col">{t('option')}</th>
        {columns.map(({ name }) => (
          <th key={name} scope="col" class="figure">
            {name}
          </th>
        ))}
        {columns.length === 1 && (
          <td>
            <span class="hidden">{t('chart')}</span>
          </td>
        )}
      </tr>
    </thead>
  );
}

function Options({ question, cells }: { question: Question; cells: Cells }) {
  const language = useLanguage();
  const [everyone] = cells;
  return (
    <tbody>
      {question.options.map(({ code, label }) => (
        <tr key={code}>
          <th scope="row">{label[language]}</th>
          {cells.map((cell, index) => (
            <td key={index} class="figure">
              {cell?.counts == null ? <Hidden /> : (cell.counts[code] ?? 0)}
            </td>
          ))}
          {cells.length === 1 && (
            <td class="bar-cell">
              <Bar value={everyone?.counts?.[code] ?? 0} of={everyone?.answered ?? 0} />
            </td>
          )}
        </tr>
      ))}
    </tbody>
  );
}

function Foot({ cells }: { cells: Cells }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const scored = cells.some((cell) => cell?.mean != null);
  return (
    <tfoot>
      <Row name={t('answered')} cells={cells.map((cell) => cell?.answered?.toString())} />
      {scored && (
        <Row name={t('mean')} cells={cells.map((cell) => cell?.mean && showDecimal(cell.mean, 2, language))} />
      )}
      {scored &&
        METHODS.map((method) => (
          <Row
            key={method}
            name={`${t('index')}: ${t(`method_${method}`)}`}
            cells={cells.map((cell) => cell?.index?.[method] && showDecimal(cell.index[method], 3, language))}
          />
        ))}
    </tfoot>
  );
}

function Row({ name, cells }: { name: string; cells: (string | null | undefined)[] }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {cells.map((cell, index) => (
        <td key={index} class="figure">
          {cell ?? <Hidden />}
        </td>
      ))}
      {cells.length === 1 && <td />}
    </tr>
  );
}

function Hidden() {
  const t = useDeskTexts();
  return (
    <>
      <span aria-hidden="true">–</span>
      <span class="hidden">{t('not_shown')}</span>
    </>
  );
}
