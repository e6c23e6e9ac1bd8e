import type { ComponentChildren } from 'preact';
import './chart.css';
import { useChartTexts } from './texts';

/** What a chart shows, in words and figures; the first cell of a row names it. */
export interface ChartTable {
  head: string[];
  rows: string[][];
}

/** A drawing with what it is called above it and the same as a table below it: nobody needs to see the drawing. */
export function ChartFigure(props: { id: string; title: string; table: ChartTable; children: ComponentChildren }) {
  const { id, title, table, children } = props;
  const t = useChartTexts();
  return (
    <figure id={id}>
      <figcaption id={`${id}-title`}>{title}</figcaption>
      {children}
      <details>
        <summary>{t('as_table')}</summary>
        <div class="scroll" tabIndex={0} role="region" aria-labelledby={`${id}-title`}>
          <Figures table={table} />
        </div>
      </details>
    </figure>
  );
}

function Figures({ table: { head, rows } }: { table: ChartTable }) {
  return (
    <table class="chart-table">
      <thead>
        <tr>
          {head.map((name, index) => (
            <th key={name} scope="col" class={index === 0 ? undefined : 'figure'}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells], row) => (
          <tr key={row}>
            <th scope="row">{name}</th>
            {cells.map((cell, index) => (
              <td key={index} class={cell.startsWith('−') ? 'figure minus' : 'figure'}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Such as a part of a whole that is drawn in one pattern. */
export interface Part {
  name: string;
  pattern: number;
}

/** What each pattern stands for. */
export function Legend({ parts, ids }: { parts: Part[]; ids: string }) {
  return (
    <ul class="chart-legend">
      {parts.map(({ name, pattern }) => (
        <li key={name}>
          <svg class="chart-swatch" aria-hidden="true" focusable="false">
            <rect class={`chart-part-${pattern}`} width="100%" height="100%" fill={patternOf(ids, pattern)} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

export function patternOf(ids: string, pattern: number): string {
  return `url(#${ids}-${pattern})`;
}

/** Four patterns that are told apart without colour: full, striped, dotted and crossed. */
export function Patterns({ ids }: { ids: string }) {
  const tile = (pattern: number, lines: ComponentChildren) => (
    <pattern id={`${ids}-${pattern}`} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" class={`chart-ground-${pattern}`} />
      {lines}
    </pattern>
  );
  return (
    <svg class="chart-patterns" aria-hidden="true" focusable="false" width="0" height="0">
      <defs>
        {tile(0, null)}
        {tile(1, <path class="chart-line-1" d="M-2 2 2 -2M0 8 8 0M6 10 10 6" />)}
        {tile(2, <circle class="chart-dot-2" cx="4" cy="4" r="1.4" />)}
        {tile(3, <path class="chart-line-3" d="M0 0 8 8M8 0 0 8" />)}
      </defs>
    </svg>
  );
}
