import { at } from '../common/api';
import { useDesk } from '../common/desk';
import { Act } from '../common/form/act';
import { useAttempt } from '../common/form/attempt';
import { FormPart } from '../common/form/form-page';
import { useKept } from '../common/kept';
import { TextArea } from '../common/text-area';
import { Choices, Note, TextField } from '../common/view';
import { almatyNow, fromAlmaty } from '../desk/almaty-time';
import type { VisitParts } from './one-visit';
import { writeDown } from './outbox';
import { officialsOf, PeopleFields, type TypedPeople, typedPeople } from './people-fields';
import { useMonitoringTexts } from './texts';

const START = 'start';

/** The cards are shown, and the visit begins (¶12); also without a network. */
export function StartVisit({ visit }: VisitParts) {
  const t = useMonitoringTexts();
  const { claims } = useDesk();
  const [shown, keep, forget] = useKept(`start ${claims.sub} ${visit.id}`, false);
  const form = useAttempt(START);
  const start = async () => {
    const moment = fromAlmaty(almatyNow());
    if (!shown || moment === null) {
      return form.wrong([{ field: 'cards', message: t('missing_cards') }]);
    }
    try {
      const body = { at: moment, cardsShown: true, version: visit.version };
      await writeDown(claims.sub, visit.id, { kind: 'start', body });
      forget(false);
    } catch {
      form.wrong([{ field: START, message: t('no_room') }]);
    }
  };
  return (
    <section id="starting">
      <FormPart form={form} submit={{ id: START, label: t('start') }} onSubmit={() => void start()}>
        <Choices
          id="cards"
          legend={t('cards_legend')}
          error={form.errorAt('cards')}
          several
          choices={[{ value: 'shown', label: t('cards_shown') }]}
          selected={shown ? ['shown'] : []}
          select={(values) => keep(values.length > 0)}
        />
      </FormPart>
    </section>
  );
}

/** Ends the visit once everything was sent; every act is signed or withdrawn by then. */
export function FinishVisit({ visit, outbox, again }: VisitParts) {
  const t = useMonitoringTexts();
  const { api } = useDesk();
  return outbox.entries.length > 0 ? (
    <Note>
      <p id="finish-waits">{t('finish_waits')}</p>
    </Note>
  ) : (
    <Act
      id="finish"
      title={t('finish')}
      intro={t('finish_intro')}
      open
      about={visit}
      initial={{}}
      submit={t('finish')}
      send={(_, version) =>
        api(at('/visits/{visit}/finish', { visit: visit.id }), {
          method: 'POST',
          body: { at: fromAlmaty(almatyNow()) ?? visit.date, version },
        })
      }
      done={again}
    />
  );
}

export function CancelVisit({ visit, again }: VisitParts) {
  const t = useMonitoringTexts();
  const { api } = useDesk();
  return (
    <Act
      id="cancel"
      title={t('cancel_visit')}
      intro={t('cancel_intro')}
      about={visit}
      initial={{ reason: '' }}
      submit={t('cancel_visit')}
      kind="danger"
      check={({ reason }) => (reason.trim() === '' ? [{ field: 'reason', message: t('missing_reason') }] : [])}
      send={({ reason }, version) =>
        api(at('/visits/{visit}/cancel', { visit: visit.id }), {
          method: 'POST',
          body: { reason: reason.trim(), version },
        })
      }
      done={again}
    >
      {({ field }) => <TextArea {...field('reason')} label={t('reason')} rows={2} />}
    </Act>
  );
}

/** Another day, ground or people, before the start. */
export function ChangeVisit({ visit, again }: VisitParts) {
  const t = useMonitoringTexts();
  const { api } = useDesk();
  const initial: TypedPeople & { date: string; ground: string } = {
    date: visit.date,
    ground: visit.ground ?? '',
    ...typedPeople(visit.officials, visit.invited),
  };
  return (
    <Act
      id="change"
      title={t('change_visit')}
      about={visit}
      initial={initial}
      submit={t('save')}
      kind="plain"
      send={({ date, ground, ...people }, version) =>
        api(at('/visits/{visit}', { visit: visit.id }), {
          method: 'PUT',
          body: { date, ...(ground.trim() !== '' && { ground: ground.trim() }), ...officialsOf(people), version },
        })
      }
      done={again}
    >
      {(form) => (
        <>
          <TextField {...form.field('date')} label={t('date')} kind="date" />
          <TextArea {...form.field('ground')} label={t('ground')} rows={2} />
          <PeopleFields form={form} id="change" />
        </>
      )}
    </Act>
  );
}
