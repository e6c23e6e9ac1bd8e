import { useEffect } from 'preact/hooks';
import { useDesk } from '../common/desk';
import { useLanguage } from '../common/language';
import { QrCode } from '../common/qr-code';
import { readSlipCode, showSlipCode } from '../common/slip-code';
import { Heading, Note } from '../common/view';
import { WithBodies } from '../scoring/year-and-body';
import { useLeaversTexts } from './texts';

/** The leaver's page, beside which this one lies. */
function exitLink(code: string): string {
  const page = new URL('exit.html', location.href);
  page.hash = new URLSearchParams({ code }).toString();
  return page.href;
}

/** A leaver's slip: shown once, printed, handed over sealed, and forgotten. The code is nowhere but in this open page. */
export function Slip({ code, done }: { code: string; done: () => void }) {
  const t = useLeaversTexts();
  const language = useLanguage();
  const { claims } = useDesk();
  const plain = readSlipCode(code) ?? code;
  const link = exitLink(plain);
  const { host, pathname } = new URL(link);
  useEffect(() => {
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', hold);
    return () => removeEventListener('beforeunload', hold);
  }, []);
  return (
    <>
      <div class="no-print">
        <Heading page="slip">{t('slip_heading')}</Heading>
        <Note kind="warning">
          <p>{t('slip_once')}</p>
          <div class="buttons">
            <button id="slip-print" type="button" class="button" onClick={() => print()}>
              {t('slip_print')}
            </button>
            <button id="slip-forget" type="button" class="button button-plain" onClick={done}>
              {t('slip_forget')}
            </button>
          </div>
        </Note>
      </div>
      <div id="slip" class="slip slip-alone">
        <QrCode text={link} label={t('slip_qr')} />
        <div>
          <p class="slip-title">{t('slip_title')}</p>
          <WithBodies>
            {(bodies) => (
              <p>
                <strong>{bodies.find(({ id }) => id === claims.body)?.name[language] ?? claims.body}</strong>
              </p>
            )}
          </WithBodies>
          <p>{t('slip_secret')}</p>
        </div>
        <div class="slip-below">
          <p>
            {t('slip_scan')}{' '}
            <a id="slip-link" class="breakable" href={link} target="_blank" rel="noreferrer">
              {host + pathname}
            </a>
          </p>
          <p>
            {t('slip_code')}: <strong class="mono slip-code">{showSlipCode(plain)}</strong>
          </p>
          <p class="hint">{t('slip_note')}</p>
        </div>
      </div>
    </>
  );
}
