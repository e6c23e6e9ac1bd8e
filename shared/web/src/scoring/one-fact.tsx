import { useState } from 'preact/hooks';
import { Amount } from '../common/amount';
import { at } from '../common/api';
import { showInstant } from '../common/dates';
import { decimalMark } from '../common/decimals';
import { formErrors, hasRole, useDesk, useLoaded } from '../common/desk';
import type { Problem } from '../common/http';
import { useLanguage } from '../common/language';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { useCommonTexts } from '../common/texts';
import { useTyped } from '../common/typed';
import { Choices, ErrorSummary, errorAt, type FormError, Heading, Note, TextArea, TextField } from '../common/view';
import type { Claim, FactSet, FactType, FactValue, Standing } from './api';
import { contribution } from './costs';
import { FactField } from './fact-field';
import { WithMethodology, type Words } from './methodology';
import { Source, SourceDetails, sourceOf, useOriginName } from './source';
import { directionOf, Mark, originOf, stateOf } from './states';
import { useScoringTexts } from './texts';
import { type Draft, draftOf, emptyDraft, isBlank, readDraft, showValue } from './values';
import { WithBodies } from './year-and-body';

interface PlaceOfFact {
  body: string;
  year: number;
  name: string;
}

/** One fact, or the points of one indicator entered by hand: what it is, where it comes from, what was said before, and its entry. */
export function OneFact(place: PlaceOfFact) {
  const { body, year, name } = place;
  const language = useLanguage();
  const t = useScoringTexts();
  const [loaded, again] = useLoaded(at('/facts/{body}/{year}', { body, year }));
  return (
    <WithMethodology year={year}>
      {(words) => (
        <>
          <WithBodies>
            {(bodies) => (
              <Heading
                page={`fact-${name}`}
                caption={`${bodies.find(({ id }) => id === body)?.name[language] ?? body}, ${year}`}
              >
                {words.fact(name) === undefined ? t('points_of', { indicator: words.name(name) }) : words.name(name)}
              </Heading>
            )}
          </WithBodies>
          <p>
            <a href={linkTo(['facts', year, body])}>{t('facts_of_body')}</a>
          </p>
          <LoadedView loaded={loaded} again={again}>
            {(held) => <Opened held={held} place={place} words={words} again={again} />}
          </LoadedView>
        </>
      )}
    </WithMethodology>
  );
}

function Opened({ held, place, words, again }: { held: FactSet; place: PlaceOfFact; words: Words; again: () => void }) {
  const t = useScoringTexts();
  const desk = useDesk();
  const language = useLanguage();
  const origin = useOriginName();
  const { name } = place;
  const fact = words.fact(name);
  const standing = held.facts[name];
  const points = held.manual?.[name];
  const direction = directionOf(words.methodology.directions, name);
  const enters = (direction === 'pm' && hasRole(desk, 'agency')) || (direction === 'it' && hasRole(desk, 'digital'));
  const uses = words.methodology.directions
    .flatMap(({ indicators }) => indicators)
    .filter((indicator) => indicator.facts.includes(name) || indicator.id === name);
  return (
    <>
      <p class="lead" id="standing">
        {standing !== undefined && fact !== undefined ? (
          <>
            <strong>{showValue(fact, standing.value, language, t)}</strong>{' '}
            {!Array.isArray(standing.value) && fact.unit !== 'WORD' && fact.unit !== 'PERCENT' && words.unit(name)}{' '}
          </>
        ) : points !== undefined ? (
          <>
            <strong>
              <Amount value={contribution(points.points, words.indicator(name))} />
            </strong>{' '}
            {words.fact(name) === undefined && t('points_unit')}{' '}
          </>
        ) : (
          <span>{t('nothing_there')} </span>
        )}
        <Mark state={stateOf(held, name)} />
      </p>
      {standing?.source.provisional === true && (
        <Note>
          <p>{t('provisional_note')}</p>
        </Note>
      )}
      <dl class="small">
        {fact !== undefined && (
          <>
            <dt>{t('paragraph')}</dt>
            <dd>{fact.paragraph}</dd>
          </>
        )}
        {uses.length > 0 && (
          <>
            <dt>{t('used_by')}</dt>
            {uses.map(({ id, symbol, citation }) => (
              <dd key={id}>
                {symbol && `${symbol} · `}
                {words.name(id)} ({citation.paragraph})
              </dd>
            ))}
          </>
        )}
        {fact !== undefined && standing === undefined && (
          <>
            <dt>{t('source')}</dt>
            <dd>{t('expected_from', { origin: origin(fact.publisher) })}</dd>
          </>
        )}
        {fact?.agencyOnly && <dd>{t('agency_only')}</dd>}
      </dl>
      {standing !== undefined && <Source origin={originOf(standing)} source={standing.source} />}
      {points !== undefined && <Source origin={ANALYST} source={sourceOf(points)} />}
      {fact !== undefined && standing?.disputed && <Claims fact={fact} standing={standing} />}
      {enters && <Entry key={name} held={held} place={place} words={words} fact={fact} again={again} />}
      {(hasRole(desk, 'agency') || hasRole(desk, 'digital')) && (
        <History place={place} fact={fact} version={standing?.version ?? points?.version} />
      )}
    </>
  );
}

/** What stands and what others say, side by side. */
function Claims({ fact, standing }: { fact: FactType; standing: Standing }) {
  const t = useScoringTexts();
  const common = useCommonTexts();
  const language = useLanguage();
  const origin = useOriginName();
  const claims: Claim[] = [{ ...standing, origin: originOf(standing) }, ...(standing.others ?? [])];
  return (
    <section id="claims">
      <h2>{t('disputed_title')}</h2>
      <p>{t('disputed_intro')}</p>
      <ul class="cards cards-two">
        {claims.map((claim, index) => (
          <li key={claim.origin} class="card" data-origin={claim.origin}>
            <h3>
              {origin(claim.origin)} {index === 0 && <span class="tag">{t('stands_now')}</span>}
            </h3>
            <p class="points">
              <strong>{showValue(fact, claim.value, language, t)}</strong>
            </p>
            {claim.at !== undefined && (
              <p class="hint">
                {showInstant(claim.at, common)}
                {claim.by !== undefined && `, ${claim.by}`}
              </p>
            )}
            {claim.source !== undefined && (
              <details>
                <summary>{t('source')}</summary>
                <SourceDetails source={claim.source} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/**
 * What an analyst typed about one fact. `taken` is the origin whose claim is adopted, or nothing for a value of the analyst's own; `seen`
 * the version that was before the eyes when the typing began, null where nothing stood there: a later one is somebody else's.
 */
interface Typed {
  seen: string | null;
  draft: Draft;
  taken: string;
  basis: string;
  document: string;
}

const OWN = 'own';
const ANALYST = 'analyst';

function Entry({
  held,
  place,
  words,
  fact,
  again,
}: {
  held: FactSet;
  place: PlaceOfFact;
  words: Words;
  fact: FactType | undefined;
  again: () => void;
}) {
  const t = useScoringTexts();
  const common = useCommonTexts();
  const language = useLanguage();
  const origin = useOriginName();
  const { api, claims } = useDesk();
  const { body, year, name } = place;
  const standing = held.facts[name];
  const points = held.manual?.[name];
  const disputed = standing?.disputed === true;
  const current = versionIn(held, name);
  const empty: Typed = {
    seen: current,
    draft: fact === undefined ? [''] : emptyDraft(fact),
    taken: disputed ? '' : OWN,
    basis: '',
    document: '',
  };
  const [typed, setTyped, forget] = useTyped<Typed>(`fact ${claims.sub} ${body} ${year} ${name}`, empty);
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [conflict, setConflict] = useState<Problem | null>(null);
  const [saved, setSaved] = useState(false);
  const [withdrawing, setWithdrawing] = useState(false);
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<Typed>) => {
    setSaved(false);
    setTyped({ ...typed, ...part });
  };
  const wrong = (found: FormError[]) => {
    setErrors(found);
    setAttempt((earlier) => earlier + 1);
  };
  const adopted =
    typed.taken !== OWN ? (standing?.others ?? []).find((claim) => claim.origin === typed.taken)?.value : undefined;

  /** Null where something is still to be mended. */
  const entered = (): { value?: FactValue; points?: string } | null => {
    const missing: FormError[] = [];
    let result: { value?: FactValue; points?: string } = {};
    if (disputed && typed.taken === '') {
      missing.push({ field: 'taken', message: t('error_choose') });
    } else if (disputed && typed.taken !== OWN) {
      result = { value: adopted ?? standing.value };
    } else if (fact === undefined) {
      const typedPoints = (typed.draft[0] ?? '').replace(/\s/g, '').replace(',', '.');
      if (/^\d+(\.\d+)?$/.test(typedPoints)) {
        result = { points: typedPoints };
      } else {
        missing.push({ field: 'value', message: t('error_decimal') });
      }
    } else {
      const reading = readDraft(fact, typed.draft);
      if ('value' in reading && (fact.shape === 'PENALTIES' || !isBlank(typed.draft))) {
        result = { value: reading.value };
      } else {
        missing.push({
          field: 'value',
          message: t(
            fact.shape === 'MONTHS' || fact.shape === 'ANSWERS'
              ? 'error_series'
              : fact.shape === 'COUNT'
                ? 'error_whole'
                : fact.shape === 'STRATEGY'
                  ? 'error_choose'
                  : 'error_decimal',
          ),
        });
      }
    }
    if (typed.basis.trim() === '') {
      missing.push({ field: 'basis', message: t('error_basis') });
    }
    if (fact === undefined && typed.document.trim() === '') {
      missing.push({ field: 'document', message: t('error_document') });
    }
    if (missing.length > 0) {
      wrong(missing);
      return null;
    }
    return result;
  };
  const send = async (request: Record<string, unknown>, seen: string | null) => {
    setBusy(true);
    const reply = await api(at('/facts/{body}/{year}', { body, year }), {
      method: 'PUT',
      body: {
        ...request,
        ...(!('manual' in request) && { basis: typed.basis.trim() }),
        ...(!('manual' in request) && typed.document.trim() !== '' && { document: typed.document.trim() }),
        seen: { [name]: seen },
      },
    });
    setBusy(false);
    if (reply.kind === 'answered') {
      setErrors([]);
      setConflict(null);
      setWithdrawing(false);
      setSaved(true);
      forget({ ...empty, seen: versionIn(reply.body, name) });
      again();
    } else if (reply.kind === 'refused' && reply.problem.status === 409) {
      setErrors([]);
      setConflict(reply.problem);
      again();
    } else {
      wrong(
        reply.kind === 'refused'
          ? formErrors(reply.problem, ({ pointer = '' }) => fieldAt(pointer), 'save')
          : [{ field: 'save', message: `${common('unreachable_title')}. ${t('typed_kept')}` }],
      );
    }
  };
  const save = (seen = typed.seen) => {
    const found = entered();
    if (found === null) {
      return;
    }
    const { value, points: given } = found;
    // An earlier entry of an analyst is confirmed by entering it again; only others' claims are taken over.
    const adopts =
      disputed && typed.taken !== OWN && typed.taken !== ANALYST ? { adopts: { [name]: typed.taken } } : {};
    void send(
      given !== undefined
        ? { manual: { [name]: { points: given, basis: typed.basis.trim(), document: typed.document.trim() } } }
        : { facts: { [name]: value }, ...adopts },
      seen,
    );
  };
  const withdraw = (seen = typed.seen) => {
    if (typed.basis.trim() === '') {
      return wrong([{ field: 'basis', message: t('error_basis') }]);
    }
    void send({ withdraw: [name] }, seen);
  };
  const shown = (value: FactValue | undefined) =>
    value === undefined || fact === undefined ? t('state_missing') : showValue(fact, value, language, t);
  const mine = withdrawing
    ? t('withdrawn')
    : fact === undefined
      ? (typed.draft[0] ?? '')
      : typed.taken !== OWN && typed.taken !== ''
        ? shown(adopted ?? standing?.value)
        : typedValue(fact, typed.draft, shown);
  const entry = points !== undefined || (standing !== undefined && originOf(standing) === ANALYST);
  const label =
    fact === undefined
      ? t(words.indicator(name)?.role === 'deduction' ? 'deducted_label' : 'points_label')
      : `${t('value')}${fact.unit === 'WORD' ? '' : `, ${words.unit(name)}`}`;
  return (
    <section id="entry">
      <h2>{t(disputed ? 'decide_title' : 'entry_title')}</h2>
      <ErrorSummary errors={errors} attempt={attempt} />
      <div role="status">
        {saved && (
          <Note kind="good">
            <p id="saved">{t('saved')}</p>
          </Note>
        )}
      </div>
      {conflict !== null && (
        <div id="conflict" role="alert">
          <Note kind="warning">
            <h3>{t('changed_meanwhile')}</h3>
            {conflict.errors.length > 0 ? (
              conflict.errors.map(({ message }) => <p key={message}>{words.inWords(message)}</p>)
            ) : (
              <p>{conflict.detail || conflict.title}</p>
            )}
            <dl class="facts">
              <div>
                <dt>{t('there_now')}</dt>
                <dd id="theirs">
                  {fact !== undefined ? (
                    shown(standing?.value)
                  ) : points === undefined ? (
                    t('state_missing')
                  ) : (
                    <Amount value={contribution(points.points, words.indicator(name))} />
                  )}
                </dd>
              </div>
              <div>
                <dt>{t('yours')}</dt>
                <dd id="mine">{mine}</dd>
              </div>
            </dl>
            <div class="buttons">
              <button
                id="keep-mine"
                type="button"
                class="button"
                disabled={busy}
                onClick={() => {
                  change({ seen: current });
                  (withdrawing ? withdraw : save)(current);
                }}
              >
                {t('keep_mine')}
              </button>
              <button
                id="take-theirs"
                type="button"
                class="button button-plain"
                onClick={() => {
                  setConflict(null);
                  forget();
                }}
              >
                {t('take_theirs')}
              </button>
            </div>
          </Note>
        </div>
      )}
      {disputed && (
        <Choices
          id="taken"
          legend={t('which_holds')}
          error={errorAt(errors, 'taken')}
          choices={[
            { value: originOf(standing), label: `${origin(originOf(standing))}: ${shown(standing.value)}` },
            ...(standing.others ?? []).map((claim) => ({
              value: claim.origin,
              label: `${origin(claim.origin)}: ${shown(claim.value)}`,
            })),
            { value: OWN, label: t('another_value') },
          ]}
          selected={typed.taken === '' ? [] : [typed.taken]}
          select={([taken = '']) => change({ taken })}
        />
      )}
      {(!disputed || typed.taken === OWN) &&
        (fact === undefined ? (
          <TextField
            id="value"
            label={label}
            hint={t('points_hint', { maximum: Object.values(words.indicator(name)?.maximum ?? {}).join(' / ') })}
            error={errorAt(errors, 'value')}
            value={typed.draft[0] ?? ''}
            change={(value) => change({ draft: [value] })}
            kind="decimal"
          />
        ) : (
          <>
            <FactField
              id="value"
              fact={fact}
              label={label}
              error={errorAt(errors, 'value')}
              draft={typed.draft}
              change={(draft) => change({ draft })}
            />
            {standing !== undefined && isBlank(typed.draft) && (
              <p>
                <button
                  id="fill-in"
                  type="button"
                  class="link-button"
                  onClick={() => change({ draft: draftOf(fact, standing.value, language) })}
                >
                  {t('fill_in')}
                </button>
              </p>
            )}
          </>
        ))}
      <TextArea
        id="basis"
        label={t('basis')}
        hint={t('basis_hint')}
        error={errorAt(errors, 'basis')}
        value={typed.basis}
        change={(basis) => change({ basis })}
      />
      <TextField
        id="document"
        label={t(fact === undefined ? 'document' : 'document_optional')}
        hint={t('document_hint')}
        error={errorAt(errors, 'document')}
        value={typed.document}
        change={(document) => change({ document })}
        kind="code"
      />
      {withdrawing ? (
        <Note kind="warning">
          <p>{t('withdraw_sure')}</p>
          <div class="buttons">
            <button
              id="withdraw-yes"
              type="button"
              class="button button-danger"
              disabled={busy}
              onClick={() => withdraw()}
            >
              {t('withdraw_yes')}
            </button>
            <button id="withdraw-no" type="button" class="button button-plain" onClick={() => setWithdrawing(false)}>
              {t('cancel')}
            </button>
          </div>
        </Note>
      ) : (
        <div class="buttons">
          <button id="save" type="button" class="button" disabled={busy} onClick={() => save()}>
            {t('save')}
          </button>
          {entry && (
            <button id="withdraw" type="button" class="button button-plain" onClick={() => setWithdrawing(true)}>
              {t('withdraw')}
            </button>
          )}
        </div>
      )}
    </section>
  );

  function fieldAt(pointer: string): string | undefined {
    return pointer.startsWith('/adopts')
      ? 'taken'
      : pointer.includes('basis')
        ? 'basis'
        : pointer.includes('document')
          ? 'document'
          : pointer.startsWith('/facts') || pointer.startsWith('/manual')
            ? 'value'
            : undefined;
  }
}

function versionIn({ facts, manual }: FactSet, name: string): string | null {
  return facts[name]?.version ?? manual?.[name]?.version ?? null;
}

function typedValue(fact: FactType, draft: Draft, shown: (value: FactValue | undefined) => string): string {
  const reading = readDraft(fact, draft);
  return 'value' in reading ? shown(reading.value) : draft.join(', ');
}

/** Everything that was ever said about the fact, the latest first. */
function History({
  place,
  fact,
  version,
}: {
  place: PlaceOfFact;
  fact: FactType | undefined;
  version: string | undefined;
}) {
  const t = useScoringTexts();
  const common = useCommonTexts();
  const language = useLanguage();
  const origin = useOriginName();
  const { body, year, name } = place;
  const [loaded, again] = useLoaded(at('/facts/{body}/{year}/history', { body, year, fact: name }), version);
  return (
    <section>
      <h2>{t('history')}</h2>
      <LoadedView loaded={loaded} again={again}>
        {({ history }) =>
          history.length === 0 ? (
            <p id="no-history">{t('history_none')}</p>
          ) : (
            <ol id="history" class="said">
              {history.map((said, index) => (
                <li key={index}>
                  <strong>
                    {said.value === undefined
                      ? t('withdrawn')
                      : fact === undefined
                        ? decimalMark(String(said.value), language)
                        : showValue(fact, said.value, language, t)}
                  </strong>{' '}
                  – {origin(said.origin)}
                  {said.by !== undefined && `, ${said.by}`}
                  {said.at !== undefined && `, ${showInstant(said.at, common)}`}
                  {said.basis !== undefined && (
                    <>
                      <br />
                      <span class="hint">
                        {t('basis')}: {said.basis}
                      </span>
                    </>
                  )}
                </li>
              ))}
            </ol>
          )
        }
      </LoadedView>
    </section>
  );
}
