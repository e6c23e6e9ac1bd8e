import { showDecimal } from '../decimals';
import { useLanguage } from '../language';
import '../list/list.css';
import './chart.css';
import { SHADES, shadeOf } from './geometry';

export interface HeatMapProps {
  id: string;
  title: string;
  /** What the first column holds. */
  corner: string;
  columns: string[];
  /** Values as decimals; null where there is none, or none is shown. */
  rows: { id: string; name: string; values: (string | null)[] }[];
  /** The ends of the scale, so that the same shade means the same in every map. */
  low: number;
  high: number;
  digits: number;
}

/** A table whose cells are shaded by their value. The value stands in each, so that the shade says nothing more. */
export function HeatMap({ id, title, corner, columns, rows, low, high, digits }: HeatMapProps) {
  const language = useLanguage();
  return (
    <figure>
      <figcaption id={`${id}-title`}>{title}</figcaption>
      <div class="list-scroll" tabIndex={0} role="region" aria-labelledby={`${id}-title`}>
        <table id={id} class="heat">
          <thead>
            <tr>
              <th scope="col">{corner}</th>
              {columns.map((name) => (
                <th key={name} scope="col" class="figure">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id: key, name, values }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {values.map((value, index) => (
                  <td
                    key={index}
                    class={value === null ? 'figure' : `figure heat-${shadeOf(Number(value), low, high)}`}
                  >
                    {value === null ? '–' : showDecimal(value, digits, language)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="heat-scale" aria-hidden="true">
        {showDecimal(String(low), digits, language)}{' '}
        {Array.from({ length: SHADES }, (_, shade) => (
          <span key={shade} class={`heat-${shade}`} />
        ))}{' '}
        {showDecimal(String(high), digits, language)}
      </p>
    </figure>
  );
}
