import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { showDate } from '../common/dates';
import { usePaged } from '../common/paged';
import { useCommonTexts } from '../common/texts';
import { SelectField } from '../common/view';
import type { VisitLine } from './api';
import { useMonitoringTexts } from './texts';

interface Props {
  id: string;
  value: string;
  change: (visit: string) => void;
  error: string | undefined;
  body: string;
}

/** Ties a signal to a visit of its body. The visits are read when they are asked for, not with every signal of a list. */
export function VisitChoice(props: Props) {
  const t = useMonitoringTexts();
  const [opened, setOpened] = useState(props.value !== '' || props.error !== undefined);
  return opened ? (
    <VisitsOfBody {...props} />
  ) : (
    <p>
      <button id={props.id} type="button" class="link-button" onClick={() => setOpened(true)}>
        {t('tie_visit')}
      </button>
    </p>
  );
}

function VisitsOfBody({ body, ...field }: Props) {
  const t = useMonitoringTexts();
  const common = useCommonTexts();
  const paged = usePaged(
    (cursor) => at('/visits', { body, cursor }),
    ({ visits, next }) => ({ rows: visits, next }),
  );
  const named = ({ id, date, kind, state }: VisitLine): [string, string] => [
    id,
    `${showDate(date, common)}, ${t(`kind_${kind}`)}, ${t(`visit_${state}`)}`,
  ];
  const known = paged.rows.some(({ id }) => id === field.value);
  return (
    <>
      <SelectField
        {...field}
        label={t('tied_visit')}
        options={[
          ['', t('no_visit')],
          ...(field.value !== '' && !known ? [[field.value, t('to_visit')] as [string, string]] : []),
          ...paged.rows.filter(({ state }) => state !== 'CANCELLED').map(named),
        ]}
      />
      {paged.trouble !== null && <p class="hint">{t('list_lost')}</p>}
      {paged.more && (
        <p>
          <button type="button" class="link-button" disabled={paged.busy} onClick={() => paged.load(true)}>
            {t('show_more')}
          </button>
        </p>
      )}
    </>
  );
}
