import type { Schema } from '../common/api';
import { DocumentField } from '../common/form/document-field';
import type { Form } from '../common/form/form';
import { TextField } from '../common/view';
import { usePeopleTexts } from './texts';

type Order = Schema<'StaffOrder'>;

/** An order as it is typed, and the days for which it holds. */
export interface TypedOrder {
  number: string;
  date: string;
  /** The id of the file that shows the order, or what its paper is called. */
  document: string;
  from: string;
  until: string;
}

/** What stands of an order and its days, as it is typed. */
export function typedOrder(stands: { order: Order; from: string; until?: string } | undefined): TypedOrder {
  const { order, from = '', until = '' } = stands ?? {};
  return { number: order?.number ?? '', date: order?.date ?? '', document: order?.document ?? '', from, until };
}

/** What is sent of it. */
export function orderOf({ number, date, document, from, until }: TypedOrder) {
  return {
    from,
    ...(until !== '' && { until }),
    order: { number: number.trim(), date, ...(document !== '' && { document }) },
  };
}

export const ORDER_FIELDS: Record<string, string> = {
  '/from': 'from',
  '/until': 'until',
  '/order/number': 'number',
  '/order/date': 'date',
  '/order/document': 'document',
};

export function OrderFields<T extends TypedOrder>({ form }: { form: Form<T> }) {
  const t = usePeopleTexts();
  const field = (name: keyof TypedOrder) => ({
    id: name,
    value: form.typed[name],
    change: (value: string) => form.change({ [name]: value } as Partial<T>),
    error: form.errorAt(name),
  });
  return (
    <>
      <TextField {...field('from')} label={t('from')} kind="date" />
      <TextField {...field('until')} label={t('to')} hint={t('until_hint')} kind="date" />
      <TextField {...field('number')} label={t('order_number')} kind="short" />
      <TextField {...field('date')} label={t('order_date')} kind="date" />
      <DocumentField {...field('document')} label={t('order_document')} />
    </>
  );
}
