import { strToU8, zipSync } from 'fflate';
import { almatyTime } from './almaty-time';
import type { Kind, Value } from './column';
import type { Sheet } from './sheet';

/**
 * A workbook of one sheet (ECMA-376, the parts that every spreadsheet reads). Texts are inline strings, which no spreadsheet
 * takes for formulas; numbers, dates and moments are numbers with a format. It is packed here and at once: the libraries that
 * write workbooks start a worker from a blob, which the Content-Security-Policy of the pages does not allow.
 */
export function xlsxOf(sheet: Sheet): Blob {
  const parts: Record<string, string> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(sheet.title),
    'xl/_rels/workbook.xml.rels': relationships([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': worksheet(sheet),
  };
  const packed = zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(HEAD + text)])));
  return new Blob([packed as Uint8Array<ArrayBuffer>], { type: XLSX });
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PART = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const CONTENT_TYPES =
  `<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${PART}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${PART}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${PART}.styles+xml"/>` +
  '</Types>';

/** The places of these in `cellXfs` of the styles. */
const STYLE = { plain: 0, head: 1, date: 2, instant: 3 } as const;
const BUILT_IN_FORMAT = { date: 14, instant: 22 } as const;

const STYLES =
  `<styleSheet xmlns="${MAIN}">` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/>' +
  `<xf numFmtId="${BUILT_IN_FORMAT.date}" applyNumberFormat="1"/>` +
  `<xf numFmtId="${BUILT_IN_FORMAT.instant}" applyNumberFormat="1"/></cellXfs>` +
  '</styleSheet>';

/** The most letters a cell holds, and the most a sheet's name has. */
const LONGEST_TEXT = 32_767;
const LONGEST_NAME = 31;

function relationships(targets: [type: string, target: string][]): string {
  const each = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function workbook(title: string): string {
  const name =
    title
      .replace(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, LONGEST_NAME) || '1';
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
    `<sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`
  );
}

function worksheet({ columns, rows }: Sheet): string {
  const widths = columns.map(({ name }, index) => {
    const longest = Math.max(name.length, ...rows.slice(0, 200).map((row) => String(row[index] ?? '').length));
    return `<col min="${index + 1}" max="${index + 1}" width="${Math.min(60, longest + 2)}" customWidth="1"/>`;
  });
  const head = columns.map(({ name }, index) => textCell(address(0, index), name, STYLE.head));
  const body = rows.map((row, index) =>
    row.map((value, column) => cell(address(index + 1, column), value, columns[column]!.kind)),
  );
  const lines = [head, ...body].map((cells, index) => `<row r="${index + 1}">${cells.join('')}</row>`);
  return (
    `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`
  );
}

function cell(at: string, value: Value, kind: Kind): string {
  if (value === null || value === '') {
    return '';
  }
  switch (kind) {
    case 'number':
      return isNumber(value) ? numberCell(at, String(value), STYLE.plain) : textCell(at, String(value), STYLE.plain);
    case 'date':
      return numberCell(at, String(serial(`${value}T00:00`)), STYLE.date);
    case 'instant':
      return numberCell(at, String(serial(almatyTime(String(value)).replace(' ', 'T'))), STYLE.instant);
    case 'text':
      return textCell(at, String(value), STYLE.plain);
  }
}

function isNumber(value: Value): boolean {
  return /^-?\d+(\.\d+)?$/.test(String(value));
}

function numberCell(at: string, value: string, style: number): string {
  return `<c r="${at}" s="${style}"><v>${value}</v></c>`;
}

function textCell(at: string, text: string, style: number): string {
  const kept = escaped(text.slice(0, LONGEST_TEXT));
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${kept}</t></is></c>`;
}

/** Such as `AB7`; rows and columns are counted from zero. */
function address(row: number, column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

const FIRST_DAY = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** A local moment such as `2026-03-31T18:00` as spreadsheets count: days since 30 December 1899. */
function serial(local: string): number {
  return (Date.parse(`${local}Z`) - FIRST_DAY) / DAY_MS;
}

/** What XML forbids is left out; half of a pair that was cut in two is such a character. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
