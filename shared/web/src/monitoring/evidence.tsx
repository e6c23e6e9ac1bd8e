import { useState } from 'preact/hooks';
import { at } from '../common/api';
import { showInstant } from '../common/dates';
import { useDesk } from '../common/desk';
import { download } from '../common/download';
import { useAttempt } from '../common/form/attempt';
import { useKept } from '../common/kept';
import { useCommonTexts } from '../common/texts';
import { claimOf } from '../common/upload';
import { ErrorSummary, Field, Note, TextField } from '../common/view';
import type { Evidence } from './api';
import { ACCEPT, KINDS, mistakeOf, takenAt } from './evidence-kinds';
import type { VisitParts } from './one-visit';
import { writeDown } from './outbox';
import { useMonitoringTexts } from './texts';

const EVIDENCE_KINDS = Object.keys(KINDS) as Evidence['kind'][];

/** The camera, the recorder and files (¶13): each file is kept on the device with its hash, time and device, then sent. */
export function EvidenceForm({ visit }: VisitParts) {
  const t = useMonitoringTexts();
  const { claims } = useDesk();
  const [device, keepDevice] = useKept(`device ${claims.sub}`, '');
  const form = useAttempt('evidence-PHOTO');
  const [busy, setBusy] = useState(false);
  const add = async (kind: Evidence['kind'], file: File) => {
    const mistake = mistakeOf(kind, file);
    if (mistake !== null) {
      const { endings, limit } = KINDS[kind];
      const message = t(mistake, { endings: endings.join(', '), megabytes: limit / 1_048_576 });
      return form.wrong([{ field: `evidence-${kind}`, message }]);
    }
    setBusy(true);
    try {
      const body = {
        kind,
        takenAt: takenAt(file, Date.now()),
        ...(device.trim() !== '' && { device: device.trim() }),
        ...(await claimOf(file)),
      };
      await writeDown(claims.sub, visit.id, { kind: 'evidence', body, file });
      form.clear();
    } catch {
      form.wrong([{ field: `evidence-${kind}`, message: t('no_room') }]);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section id="evidence-form">
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <h2>{t('evidence_add')}</h2>
      <div class="captures">
        {EVIDENCE_KINDS.map((kind) => (
          <Field key={kind} id={`evidence-${kind}`} label={t(`take_${kind}`)} error={form.errorAt(`evidence-${kind}`)}>
            {(aria) => (
              <input
                id={`evidence-${kind}`}
                type="file"
                accept={ACCEPT[kind]}
                disabled={busy}
                {...(KINDS[kind].capture !== undefined && { capture: KINDS[kind].capture })}
                onChange={({ currentTarget }) => {
                  const [file] = currentTarget.files ?? [];
                  if (file !== undefined) {
                    void add(kind, file).then(() => {
                      currentTarget.value = '';
                    });
                  }
                }}
                {...aria}
              />
            )}
          </Field>
        ))}
      </div>
      <p role="status">{busy && t('reading_file')}</p>
      <TextField id="device" label={t('device')} hint={t('device_hint')} value={device} change={keepDevice} />
    </section>
  );
}

/** What was recorded, and what waits on this device. */
export function EvidenceList(parts: VisitParts) {
  const t = useMonitoringTexts();
  const { visit, outbox } = parts;
  const waiting = outbox.entries.flatMap(({ id, step }) => (step.kind === 'evidence' ? [{ id, ...step.body }] : []));
  const sent = visit.evidence.filter(
    ({ sha256, receivedAt }) => receivedAt || !waiting.some((w) => w.sha256 === sha256),
  );
  return sent.length + waiting.length === 0 ? null : (
    <section id="evidence">
      <h2>{t('evidence')}</h2>
      <ul class="said">
        {sent.map((evidence) => (
          <li key={evidence.id} data-evidence={evidence.id} data-received={evidence.receivedAt !== undefined}>
            <EvidenceLine evidence={evidence} />
            <EvidenceButtons {...parts} evidence={evidence} />
          </li>
        ))}
        {waiting.map(({ id, ...evidence }) => (
          <li key={id} data-waiting>
            <EvidenceLine evidence={evidence} /> <span class="tag tag-closing">{t('waits')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function EvidenceLine({
  evidence,
}: {
  evidence: Pick<Evidence, 'kind' | 'takenAt' | 'device' | 'fileName' | 'sha256'>;
}) {
  const t = useMonitoringTexts();
  const common = useCommonTexts();
  const { kind, takenAt: taken, device, fileName, sha256 } = evidence;
  return (
    <>
      <strong>{t(`evidence_${kind}`)}</strong>{' '}
      {[fileName, showInstant(taken, common), device].filter(Boolean).join(', ')}
      <br />
      <span class="hint mono breakable">SHA-256 {sha256}</span>
    </>
  );
}

/** Shows a file that has come, or drops what was announced and never came. */
function EvidenceButtons({ visit, official, again, evidence }: VisitParts & { evidence: Evidence }) {
  const t = useMonitoringTexts();
  const common = useCommonTexts();
  const desk = useDesk();
  const [lost, setLost] = useState(false);
  const address = at('/visits/{visit}/evidence/{evidence}', { visit: visit.id, evidence: evidence.id });
  const take = async () => {
    const reply = await desk.file(address);
    setLost(reply.kind !== 'answered');
    if (reply.kind === 'answered') {
      download(reply.body, evidence.fileName);
    }
  };
  const drop = async () => {
    const reply = await desk.api(address, { method: 'DELETE' });
    setLost(reply.kind !== 'answered');
    again();
  };
  return (
    <div>
      {evidence.receivedAt !== undefined ? (
        <button type="button" class="link-button" onClick={() => void take()}>
          {t('download')}
          <span class="hidden">: {evidence.fileName}</span>
        </button>
      ) : (
        official &&
        visit.state === 'IN_PROGRESS' && (
          <button type="button" class="link-button" onClick={() => void drop()}>
            {t('drop_evidence')}
            <span class="hidden">: {evidence.fileName}</span>
          </button>
        )
      )}
      <div role="status">
        {lost && (
          <Note kind="warning">
            <p>{common('unreachable')}</p>
          </Note>
        )}
      </div>
    </div>
  );
}
