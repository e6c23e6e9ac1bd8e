import { at } from '../common/api';
import { hasRole, useDesk, useLoaded } from '../common/desk';
import { Facts } from '../common/facts';
import { Act } from '../common/form/act';
import { LoadedView } from '../common/loaded-view';
import { linkTo } from '../common/route';
import { Heading, SelectField, TextField } from '../common/view';
import type { EnteredRecipient } from './api';
import { type Bodies, useBodies } from './bodies';
import { authorityOf } from './quarterly';
import { useMonitoringTexts } from './texts';

/** Who receives the quarterly reports of a body: by the order, or as the Agency has entered and may change. */
export function RecipientOf({ body }: { body: string }) {
  const t = useMonitoringTexts();
  const desk = useDesk();
  const bodies = useBodies();
  const [loaded, again] = useLoaded(at('/bodies/{body}/worktime-recipient', { body }));
  return (
    <>
      <Heading page="recipient">{bodies.nameOf(body)}</Heading>
      <LoadedView loaded={loaded} again={again}>
        {({ recipient, overruled = false, entered }) => {
          const byOrder = overruled || (recipient !== undefined && entered === undefined);
          return (
            <>
              <Facts
                id="recipient"
                facts={[
                  [t('recipient'), recipient === undefined ? t('recipient_none') : authorityOf(recipient, t)],
                  [t('basis'), byOrder ? t('recipient_by_order') : entered?.basis],
                ]}
              />
              {byOrder && <p id="by-order">{t('recipient_by_order_intro')}</p>}
              {!byOrder && hasRole(desk, 'agency') && (
                <EnterRecipient body={body} bodies={bodies} standing={entered} entered={again} />
              )}
            </>
          );
        }}
      </LoadedView>
      <p>
        <a href={linkTo(['monitoring', 'reports'])}>{t('quarterly_title')}</a>
      </p>
    </>
  );
}

/**
 * Enters who receives the quarterly reports of a body, with the basis (W-25).
 *
 * @param standing what was entered before
 */
export function EnterRecipient(props: {
  body: string;
  bodies: Bodies;
  standing?: EnteredRecipient | undefined;
  entered: () => void;
}) {
  const { body, bodies, standing, entered } = props;
  const t = useMonitoringTexts();
  const { api } = useDesk();
  const territories = [...new Set(bodies.all.flatMap(({ territory }) => territory ?? []))].sort();
  return (
    <Act
      id={`recipient-${body}`}
      title={t(standing === undefined ? 'recipient_enter' : 'recipient_change')}
      about={{ id: body, version: standing?.version ?? 0 }}
      initial={{ authority: standing?.authority ?? '', basis: standing?.basis ?? '' }}
      submit={t('save')}
      check={({ authority, basis }) => [
        ...(authority === '' ? [{ field: 'authority', message: t('missing_choice') }] : []),
        ...(basis.trim() === '' ? [{ field: 'basis', message: t('missing_basis') }] : []),
      ]}
      send={({ authority, basis }, version) =>
        api(at('/bodies/{body}/worktime-recipient', { body }), {
          method: 'PUT',
          body: { authority, basis: basis.trim(), ...(version > 0 && { version }) },
        })
      }
      done={entered}
    >
      {({ field }) => (
        <>
          <SelectField
            {...field('authority')}
            label={t('recipient')}
            options={[
              ['', t('choose')],
              ...['agency', ...territories].map((each): [string, string] => [each, authorityOf(each, t)]),
            ]}
          />
          <TextField {...field('basis')} label={t('basis')} />
        </>
      )}
    </Act>
  );
}
