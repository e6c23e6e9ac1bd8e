import { useRef, useState } from 'preact/hooks';
import { at } from '../common/api';
import { showInstant } from '../common/dates';
import { showDay } from '../common/day';
import { hasRole, useDesk } from '../common/desk';
import { LoadedView } from '../common/loaded-view';
import { usePolled } from '../common/polled';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { claimOf, put } from '../common/upload';
import { Heading, Note } from '../common/view';
import { WithMethodology } from '../scoring/methodology';
import type { FileNote, Report } from './api';
import { keyOf } from './sending';
import { useReportsTexts } from './texts';

/** What became of a file: read as it goes on, then with every error at its cell, or with the facts it gave. */
export function OneReport({ id }: { id: string }) {
  const t = useReportsTexts();
  const [loaded, again] = usePolled(
    at('/reports/{report}', { report: id }),
    ({ state }) => state === 'AWAITING_FILE' || state === 'CHECKING',
  );
  return (
    <LoadedView loaded={loaded} again={again}>
      {(report) => (
        <>
          <Heading page={`report ${id}`} caption={`${report.form}, ${report.period}`}>
            {report.check ? t('check_title') : t('report_title')}
          </Heading>
          <p role="status" id="report-state" data-state={report.state}>
            <strong class={`tag ${report.state === 'ACCEPTED' ? 'tag-open' : 'tag-closing'}`}>
              {t(report.check && report.state === 'ACCEPTED' ? 'check_passed' : `report_${report.state}`)}
            </strong>
          </p>
          {report.returned !== undefined && (
            <Note kind="warning">
              <p id="report-returned">{t('returned_because', { reason: report.returned.reason })}</p>
            </Note>
          )}
          {report.superseded === true && <p>{t('superseded')}</p>}
          {report.errors.length > 0 && (
            <Notes
              id="report-errors"
              title={t('errors', { n: report.errors.length + (report.moreErrors ?? 0) })}
              notes={report.errors}
            />
          )}
          {report.penalty !== undefined && report.penalty.kinds.length > 0 && (
            <p id="report-penalty">
              {t('would_bear')} {report.penalty.kinds.map((kind) => t(`kind_${kind}`)).join(', ')} (
              {report.penalty.citation})
            </p>
          )}
          {report.warnings.length > 0 && <Notes id="report-warnings" title={t('warnings')} notes={report.warnings} />}
          <ReadFacts report={report} />
          {Object.values(report.excluded).map((rows) => (
            <p key="excluded" id="report-excluded">
              {t('excluded', { n: rows })}
            </p>
          ))}
          <Receipt report={report} />
          {!report.check && <Scans report={report} sent={again} />}
          <p>
            <a id="back" href={linkTo(['reports'], { year: report.period.slice(0, 4), body: report.body })}>
              {t('back')}
            </a>
          </p>
        </>
      )}
    </LoadedView>
  );
}

function Notes({ id, title, notes }: { id: string; title: string; notes: FileNote[] }) {
  const t = useReportsTexts();
  return (
    <section id={id}>
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('place')}</th>
            <th scope="col">{t('what')}</th>
          </tr>
        </thead>
        <tbody>
          {notes.map(({ sheet, cell, message }, index) => (
            <tr key={index} data-cell={cell ?? ''}>
              <th scope="row">{[sheet, cell].filter(Boolean).join(' ') || t('whole_file')}</th>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ReadFacts({ report: { facts, period } }: { report: Report }) {
  const t = useReportsTexts();
  const entries = Object.entries(facts);
  return entries.length === 0 ? null : (
    <section id="report-facts">
      <h2>{t('facts')}</h2>
      <WithMethodology year={Number(period.slice(0, 4))}>
        {(words) => (
          <table>
            <thead>
              <tr>
                <th scope="col">{t('fact')}</th>
                <th scope="col">{t('value')}</th>
                <th scope="col">{t('place')}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map(([name, { value, source }]) => (
                <tr key={name} data-fact={name}>
                  <th scope="row">{words.name(name)}</th>
                  <td>{Array.isArray(value) ? value.join(', ') : String(value)}</td>
                  <td>{[source.sheet, source.cells].filter(Boolean).join(' ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </WithMethodology>
    </section>
  );
}

function Receipt({ report: { receivedAt, due, late, sha256, fileName } }: { report: Report }) {
  const t = useReportsTexts();
  const common = useCommonTexts();
  return (
    <dl class="facts" id="receipt">
      <div>
        <dt>{t('file')}</dt>
        <dd>{fileName}</dd>
      </div>
      {receivedAt !== undefined && (
        <div>
          <dt>{t('received')}</dt>
          <dd>
            {showInstant(receivedAt, common)} {late && <strong class="tag tag-closing">{t('late')}</strong>}
          </dd>
        </div>
      )}
      {due !== undefined && (
        <div>
          <dt>{t('due')}</dt>
          <dd>
            {showDay(due, common)} {due.slice(0, 4)}
          </dd>
        </div>
      )}
      <div>
        <dt>{t('checksum')}</dt>
        <dd>
          <code>{sha256}</code>
        </dd>
      </div>
    </dl>
  );
}

/** Scans of the signed pages. */
function Scans({ report: { id, attachments }, sent }: { report: Report; sent: () => void }) {
  const t = useReportsTexts();
  const common = useCommonTexts();
  const desk = useDesk();
  const chosen = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<string | null>(null);
  const send = async () => {
    const file = chosen.current?.files?.[0];
    if (file === undefined) {
      return setOutcome(t('choose_file'));
    }
    const claim = await claimOf(file);
    const asked = await desk.api(at('/reports/{report}/attachments', { report: id }), {
      method: 'POST',
      body: claim,
      idempotencyKey: await keyOf('scan', id, claim, 0),
    });
    if (asked.kind === 'refused') {
      return setOutcome(asked.problem.errors[0]?.message ?? asked.problem.detail ?? asked.problem.title);
    }
    const sentThere = asked.kind === 'answered' ? await put(asked.body.upload, file) : asked;
    setOutcome(sentThere.kind === 'answered' ? t('scan_sent') : t('file_stays'));
    sent();
  };
  return (
    <section id="scans">
      <h2>{t('scans')}</h2>
      {attachments.length > 0 && (
        <ul>
          {attachments.map((scan) => (
            <li key={scan.id}>
              {scan.fileName} {scan.state === 'AWAITING_FILE' && `(${common('loading')})`}
            </li>
          ))}
        </ul>
      )}
      {hasRole(desk, 'hr') && (
        <>
          <div class="field">
            <label for="scan">{t('scan')}</label>
            <input id="scan" ref={chosen} type="file" accept=".pdf,.png,.jpg,.jpeg" onChange={() => setOutcome(null)} />
          </div>
          <button id="send-scan" type="button" class="button button-plain" onClick={() => void send()}>
            {t('scan_send')}
          </button>
        </>
      )}
      <div role="status">
        {outcome !== null && (
          <Note>
            <p>{outcome}</p>
          </Note>
        )}
      </div>
    </section>
  );
}
