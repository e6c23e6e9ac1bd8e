import type { Schema } from '../common/api';

/** What the routes of reports answer. */

export type FindingKind = Schema<'FindingKind'>;
export type Obligation = Schema<'Obligation'>;
export type ReportForm = Schema<'ReportForms'>['forms'][number];
/** A mistake in a file, or what should be looked at, at its cell. */
export type FileNote = Schema<'FileNote'>;
export type Report = Schema<'Report'>;
