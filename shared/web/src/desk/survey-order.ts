import type { Body } from '../common/api';
import { fromAlmaty } from './almaty-time';

/** The form as typed. `pools` holds the pool's name for each body that has one. */
export interface Typed {
  id: string;
  year: string;
  bodies: string[];
  pools: Record<string, string>;
  opens: string;
  closes: string;
  minimumGroup: string;
  minimumTexts: string;
  /** Blank for the usual one. */
  enrolledShare: string;
  multi: NonNullable<Order['multi']>;
}

/** The body of `POST /surveys`. */
export type Order = Body<'/surveys', 'POST'>;
export type Pool = NonNullable<Order['pools']>[number];

/** What is ordered where nothing of the form is missing. */
export function orderOf(form: Typed): Order {
  const pools = new Map<string, string[]>();
  for (const body of form.bodies) {
    const name = form.pools[body]?.trim() ?? '';
    if (name !== '') {
      pools.set(name, [...(pools.get(name) ?? []), body]);
    }
  }
  const id = form.id.trim();
  const share = form.enrolledShare.trim().replace(',', '.');
  return {
    ...(id !== '' && { id }),
    year: Number(form.year),
    questionnaire: 'appendix-9',
    bodies: form.bodies,
    pools: [...pools].map(([name, bodies]): Pool => ({ name, bodies })),
    opens: fromAlmaty(form.opens) ?? '',
    closes: fromAlmaty(form.closes) ?? '',
    minimumGroup: Number(form.minimumGroup),
    minimumTexts: Number(form.minimumTexts),
    ...(share !== '' && { enrolledShare: share }),
    multi: form.multi,
  };
}
