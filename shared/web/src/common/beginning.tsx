import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useCommonTexts } from './texts';
import { Choices, ErrorSummary, Note } from './view';

/**
 * A first page, below which stands whether the device may keep what is answered; where it has kept something, whether to go on with it.
 *
 * @param props.shared whether other people use the device too; null until it is said
 */
export function Beginning(props: {
  shared: boolean | null;
  setShared: (shared: boolean) => void;
  draft: boolean;
  eraseDraft: () => void;
  next: () => void;
  children: ComponentChildren;
}) {
  const { shared, setShared, draft, eraseDraft, next, children } = props;
  const t = useCommonTexts();
  const [attempt, setAttempt] = useState(0);
  const wrong = attempt > 0 && shared === null;
  const go = () => {
    setAttempt(attempt + 1);
    if (shared !== null) {
      next();
    }
  };
  return (
    <>
      <ErrorSummary errors={wrong ? [{ field: 'shared', message: t('shared_error') }] : []} attempt={attempt} />
      {children}
      {draft ? (
        <Note>
          <p>{t('draft_found')}</p>
          <div class="buttons">
            <button
              id="draft-continue"
              type="button"
              class="button"
              onClick={() => {
                setShared(false);
                next();
              }}
            >
              {t('draft_continue')}
            </button>
            <button id="draft-erase" type="button" class="button button-plain" onClick={eraseDraft}>
              {t('draft_erase')}
            </button>
          </div>
        </Note>
      ) : (
        <>
          <Choices
            id="shared"
            legend={<span class="legend-large">{t('shared_legend')}</span>}
            error={wrong ? t('shared_error') : undefined}
            choices={[
              { value: 'yes', label: t('shared_yes'), hint: t('shared_yes_hint') },
              { value: 'no', label: t('shared_no'), hint: t('shared_no_hint') },
            ]}
            selected={shared === null ? [] : [shared ? 'yes' : 'no']}
            select={([value]) => setShared(value === 'yes')}
          />
          <button id="continue" type="button" class="button" onClick={go}>
            {t('continue')}
          </button>
        </>
      )}
    </>
  );
}
