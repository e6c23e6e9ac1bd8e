import { useState } from 'preact/hooks';
import { Amount } from '../common/amount';
import { at, type Body } from '../common/api';
import { useDesk } from '../common/desk';
import { Conflict } from '../common/form/conflict';
import { type Form, useForm } from '../common/form/form';
import { FormPart } from '../common/form/form-page';
import { useLanguage } from '../common/language';
import { TextArea } from '../common/text-area';
import { Choices, type FormError, Note, TextField } from '../common/view';
import type { FactSet, FactType, FactValue } from './api';
import { contribution } from './costs';
import { FactField } from './fact-field';
import type { Words } from './methodology';
import { useOriginName } from './source';
import { originOf } from './states';
import { useScoringTexts } from './texts';
import { type Draft, draftOf, emptyDraft, errorOf, isBlank, readDraft, showValue } from './values';

export interface PlaceOfFact {
  body: string;
  year: number;
  name: string;
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

type Edit = Body<'/facts/{body}/{year}', 'PUT'>;

const OWN = 'own';
const ANALYST = 'analyst';
const SAVE = 'save';

interface EntryProps {
  held: FactSet;
  place: PlaceOfFact;
  words: Words;
  /** Undefined for the points of an indicator that are entered by hand. */
  fact: FactType | undefined;
  again: () => void;
}

interface PartProps extends EntryProps {
  form: Form<Typed>;
}

/** Where an analyst enters a fact, decides between claims, or withdraws an entry. */
export function Entry(props: EntryProps) {
  const { held, place, fact, again } = props;
  const t = useScoringTexts();
  const { api } = useDesk();
  const { body, year, name } = place;
  const standing = held.facts[name];
  const disputed = standing?.disputed === true;
  const current = versionIn(held, name);
  const empty: Typed = {
    seen: current,
    draft: fact === undefined ? [''] : emptyDraft(fact),
    taken: disputed ? '' : OWN,
    basis: '',
    document: '',
  };
  const form = useForm<Typed>(['fact', body, year, name], empty, SAVE);
  const [saved, setSaved] = useState(false);
  const [withdrawing, setWithdrawing] = useState(false);
  const change = (some: Partial<Typed>) => {
    setSaved(false);
    form.change(some);
  };
  const text: Form<Typed>['text'] = (field, id) => ({
    ...form.text(field, id),
    change: (value) => change({ [field]: value }),
  });
  const part: PartProps = { ...props, form: { ...form, change, text } };
  const entryOf = useEntry(part);
  const send = async (seen: string | null) => {
    const edit = entryOf(withdrawing);
    if (Array.isArray(edit)) {
      return form.wrong(edit);
    }
    const request = { ...edit, seen: { [name]: seen } };
    const reply = await form.send(
      () => api(at('/facts/{body}/{year}', { body, year }), { method: 'PUT', body: request }),
      fieldAt,
    );
    if (reply?.kind === 'answered') {
      setWithdrawing(false);
      setSaved(true);
      form.forget({ ...empty, seen: versionIn(reply.body, name) });
      again();
    } else if (reply?.kind === 'refused' && reply.problem.status === 409) {
      again();
    }
  };
  const keepMine = () => {
    form.change({ seen: current });
    void send(current);
  };
  return (
    <section id="entry">
      <h2>{t(disputed ? 'decide_title' : 'entry_title')}</h2>
      <Saved saved={saved} />
      {form.conflict !== null && (
        <Overtaken {...part} problem={form.conflict} withdrawing={withdrawing} keepMine={keepMine} />
      )}
      <FormPart
        form={form}
        submit={
          withdrawing
            ? { id: 'withdraw-yes', label: t('withdraw_yes'), kind: 'danger' }
            : { id: SAVE, label: t('save') }
        }
        onSubmit={() => void send(form.typed.seen)}
        beside={<Withdrawal {...part} withdrawing={withdrawing} set={setWithdrawing} />}
      >
        <EntryFields {...part} />
        {withdrawing && (
          <Note kind="warning">
            <p>{t('withdraw_sure')}</p>
          </Note>
        )}
      </FormPart>
    </section>
  );
}

function Saved({ saved }: { saved: boolean }) {
  const t = useScoringTexts();
  return (
    <div role="status">
      {saved && (
        <Note kind="good">
          <p id="saved">{t('saved')}</p>
        </Note>
      )}
    </div>
  );
}

/** What is to be sent of what was typed, or what is still to be mended. */
function useEntry(props: PartProps): (withdrawing: boolean) => Edit | FormError[] {
  const t = useScoringTexts();
  const value = useEnteredValue(props);
  const { form, fact, held, place } = props;
  const { basis, document, taken } = form.typed;
  const { name } = place;
  const disputed = held.facts[name]?.disputed === true;
  const grounds = { basis: basis.trim(), ...(document.trim() !== '' && { document: document.trim() }) };
  const noBasis: FormError[] = basis.trim() === '' ? [{ field: 'basis', message: t('error_basis') }] : [];
  return (withdrawing) => {
    if (withdrawing) {
      return noBasis.length > 0 ? noBasis : { withdraw: [name], ...grounds };
    }
    const entered = value();
    const noDocument: FormError[] =
      fact === undefined && document.trim() === '' ? [{ field: 'document', message: t('error_document') }] : [];
    const missing = [...('message' in entered ? [entered] : []), ...noBasis, ...noDocument];
    if ('message' in entered || missing.length > 0) {
      return missing;
    }
    if ('points' in entered) {
      return { manual: { [name]: { points: entered.points, basis: basis.trim(), document: document.trim() } } };
    }
    // An earlier entry of an analyst is confirmed by entering it again; only others' claims are taken over.
    const adopts = disputed && taken !== OWN && taken !== ANALYST && { adopts: { [name]: taken } };
    return { facts: { [name]: entered.value }, ...adopts, ...grounds };
  };
}

type Entered = { value: FactValue } | { points: string } | FormError;

/** The value of the claim that is taken, or the one that was typed. */
function useEnteredValue({ form: { typed }, fact, held, place }: PartProps): () => Entered {
  const t = useScoringTexts();
  const standing = held.facts[place.name];
  return () => {
    if (standing?.disputed && typed.taken === '') {
      return { field: 'taken', message: t('error_choose') };
    }
    if (standing?.disputed && typed.taken !== OWN) {
      return { value: claimedBy(typed.taken, held, place.name) ?? standing.value };
    }
    if (fact === undefined) {
      const points = (typed.draft[0] ?? '').replace(/\s/g, '').replace(',', '.');
      return /^\d+(\.\d+)?$/.test(points) ? { points } : { field: 'value', message: t('error_decimal') };
    }
    const reading = readDraft(fact, typed.draft);
    return 'value' in reading && (fact.shape === 'PENALTIES' || !isBlank(typed.draft))
      ? { value: reading.value }
      : { field: 'value', message: t(errorOf(fact)) };
  };
}

/** What an origin says beside what stands; undefined where it is the one that stands. */
function claimedBy(origin: string, { facts }: FactSet, name: string): FactValue | undefined {
  return (facts[name]?.others ?? []).find((claim) => claim.origin === origin)?.value;
}

function useShown(fact: FactType | undefined): (value: FactValue | undefined) => string {
  const t = useScoringTexts();
  const language = useLanguage();
  return (value) =>
    value === undefined || fact === undefined ? t('state_missing') : showValue(fact, value, language, t);
}

/** Somebody else's value stands there now: it is kept, or mine is sent over it. */
function Overtaken(
  props: PartProps & { problem: Parameters<typeof Conflict>[0]['problem']; withdrawing: boolean; keepMine: () => void },
) {
  const { form, fact, held, place, words, problem, withdrawing, keepMine } = props;
  const t = useScoringTexts();
  const shown = useShown(fact);
  const standing = held.facts[place.name];
  const points = held.manual[place.name]?.points;
  const there =
    fact !== undefined ? (
      shown(standing?.value)
    ) : points === undefined ? (
      t('state_missing')
    ) : (
      <Amount value={contribution(points, words.indicator(place.name))} />
    );
  const leave = () => {
    form.clear();
    form.forget();
  };
  return (
    <Conflict
      problem={problem}
      inWords={(message) => words.inWords(message)}
      there={there}
      mine={withdrawing ? t('withdrawn') : <Mine {...props} />}
    >
      <button id="keep-mine" type="button" class="button" disabled={form.busy} onClick={keepMine}>
        {t('keep_mine')}
      </button>
      <button id="take-theirs" type="button" class="button button-plain" onClick={leave}>
        {t('take_theirs')}
      </button>
    </Conflict>
  );
}

function Mine({ form: { typed }, fact, held, place }: PartProps) {
  const shown = useShown(fact);
  if (fact === undefined) {
    return <>{typed.draft[0] ?? ''}</>;
  }
  if (typed.taken !== OWN && typed.taken !== '') {
    return <>{shown(claimedBy(typed.taken, held, place.name) ?? held.facts[place.name]?.value)}</>;
  }
  const reading = readDraft(fact, typed.draft);
  return <>{'value' in reading ? shown(reading.value) : typed.draft.join(', ')}</>;
}

function EntryFields(props: PartProps) {
  const { form, fact, held, place } = props;
  const t = useScoringTexts();
  const disputed = held.facts[place.name]?.disputed === true;
  return (
    <>
      {disputed && <WhichHolds {...props} />}
      {(!disputed || form.typed.taken === OWN) &&
        (fact === undefined ? <PointsField {...props} /> : <ValueField {...props} fact={fact} />)}
      <TextArea {...form.text('basis')} label={t('basis')} hint={t('basis_hint')} />
      <TextField
        {...form.text('document')}
        label={t(fact === undefined ? 'document' : 'document_optional')}
        hint={t('document_hint')}
        kind="code"
      />
    </>
  );
}

/** What stands, what others say, or another value. */
function WhichHolds({ form: { typed, change, errorAt }, fact, held, place }: PartProps) {
  const t = useScoringTexts();
  const origin = useOriginName();
  const shown = useShown(fact);
  const standing = held.facts[place.name]!;
  const claims = [{ origin: originOf(standing), value: standing.value }, ...(standing.others ?? [])];
  return (
    <Choices
      id="taken"
      legend={t('which_holds')}
      error={errorAt('taken')}
      choices={[
        ...claims.map((claim) => ({ value: claim.origin, label: `${origin(claim.origin)}: ${shown(claim.value)}` })),
        { value: OWN, label: t('another_value') },
      ]}
      selected={typed.taken === '' ? [] : [typed.taken]}
      select={([taken = '']) => change({ taken })}
    />
  );
}

function PointsField({ form: { typed, change, errorAt }, place, words }: PartProps) {
  const t = useScoringTexts();
  const indicator = words.indicator(place.name);
  return (
    <TextField
      id="value"
      label={t(indicator?.role === 'deduction' ? 'deducted_label' : 'points_label')}
      hint={t('points_hint', { maximum: Object.values(indicator?.maximum ?? {}).join(' / ') })}
      error={errorAt('value')}
      value={typed.draft[0] ?? ''}
      change={(value) => change({ draft: [value] })}
      kind="decimal"
    />
  );
}

function ValueField({ form, fact, held, place, words }: PartProps & { fact: FactType }) {
  const t = useScoringTexts();
  const language = useLanguage();
  const { typed, change, errorAt } = form;
  const standing = held.facts[place.name];
  return (
    <>
      <FactField
        id="value"
        fact={fact}
        label={`${t('value')}${fact.unit === 'WORD' ? '' : `, ${words.unit(place.name)}`}`}
        error={errorAt('value')}
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
  );
}

/** An analyst's entry can be withdrawn, and that is asked once more. */
function Withdrawal(props: PartProps & { withdrawing: boolean; set: (withdrawing: boolean) => void }) {
  const { held, place, withdrawing, set } = props;
  const t = useScoringTexts();
  const standing = held.facts[place.name];
  const entered = held.manual[place.name] !== undefined || (standing !== undefined && originOf(standing) === ANALYST);
  if (withdrawing) {
    return (
      <button id="withdraw-no" type="button" class="button button-plain" onClick={() => set(false)}>
        {t('cancel')}
      </button>
    );
  }
  return entered ? (
    <button id="withdraw" type="button" class="button button-plain" onClick={() => set(true)}>
      {t('withdraw')}
    </button>
  ) : null;
}

function fieldAt(pointer: string): string | undefined {
  if (pointer.startsWith('/adopts')) {
    return 'taken';
  }
  if (pointer.includes('basis')) {
    return 'basis';
  }
  if (pointer.includes('document')) {
    return 'document';
  }
  return pointer.startsWith('/facts') || pointer.startsWith('/manual') ? 'value' : undefined;
}

function versionIn({ facts, manual }: FactSet, name: string): string | null {
  return facts[name]?.version ?? manual[name]?.version ?? null;
}
