import type { State } from './api';
import { useAppraisalTexts } from './texts';

const SETTLED: State[] = ['FINAL', 'PUBLISHED'];

/** In which state a case stands, in the words of the interface. */
export function StateTag({ state, late = false }: { state: State; late?: boolean }) {
  const t = useAppraisalTexts();
  return (
    <>
      <strong class={`tag ${SETTLED.includes(state) ? 'tag-open' : ''}`} data-state={state}>
        {t(`state_${state}`)}
      </strong>
      {late && (
        <>
          {' '}
          <strong class="tag tag-closing" data-late>
            {t('late')}
          </strong>
        </>
      )}
    </>
  );
}
