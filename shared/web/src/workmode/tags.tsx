import type { ActLine, ApplicationLine } from './api';
import { useWorkmodeTexts } from './texts';

/** In which state an application stands, and whether its review is late. A term that is missed approves nothing (¶16). */
export function ApplicationTag({ state, overdue }: Pick<ApplicationLine, 'state' | 'overdue'>) {
  const t = useWorkmodeTexts();
  return (
    <>
      <strong class={`tag ${state === 'APPROVED' || state === 'IN_ACT' ? 'tag-open' : ''}`} data-state={state}>
        {t(`application_${state}`)}
      </strong>
      {overdue && (
        <>
          {' '}
          <strong class="tag tag-closing">{t('overdue')}</strong>
        </>
      )}
    </>
  );
}

export function ActTag({ state }: Pick<ActLine, 'state'>) {
  const t = useWorkmodeTexts();
  return (
    <strong class={`tag ${state === 'ACTIVE' || state === 'EXTENDED' ? 'tag-open' : ''}`} data-state={state}>
      {t(`act_${state}`)}
    </strong>
  );
}
