// Fills in forms from random data with exceljs and SheetJS, and counts their facts in its own way.
//   node generate.js <folder of templates and forms.json> <output folder> <seed> <how many of each form and library>
// Writes one workbook for each case, and cases.json: [{file, form, facts: {name: "7"}} or, for access-events, {file, form, seconds}].
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import XLSX from "xlsx";

const [templates, output, seed, count] = process.argv.slice(2);
const forms = JSON.parse(readFileSync(join(templates, "forms.json"), "utf8"));
const LANGUAGES = ["kk", "ru", "en"];

// mulberry32: the same seed gives the same files.
let state = Number(seed) >>> 0;
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (n) => Math.floor(random() * n);
const chance = (p) => random() < p;
const pick = (list) => list[below(list.length)];

// What a cell says: a number, a text, a date, a moment, or the result of a formula.
const text = (value) => ({ kind: "text", value });
const number = (value) => {
  const how = random();
  if (how < 0.15) return { kind: "text", value: String(value).replace(".", ",") };
  if (how < 0.3) return { kind: "formula", formula: `${value}+0`, value };
  return { kind: "number", value };
};
const date = (iso) => (chance(0.5) ? { kind: "date", value: iso } : text(iso.split("-").reverse().join(".")));
const moment = (iso) => (chance(0.5) ? { kind: "moment", value: iso } : text(iso.replace("T", " ")));

const word = (form, table, column, id, language) =>
  text(
    forms
      .find((f) => f.id === form)
      .tables.find((t) => t.id === table)
      .columns.find((c) => c.id === column)
      .words.find((w) => w.id === id).label[language],
  );

// Random content: rows by table and column, and the facts.
const contents = {
  "appendix-1"() {
    const facts = { "exit.dismissed": 0, "exit.interviewed": 0 };
    const units = [];
    for (let i = 1 + below(4); i > 0; i--) {
      const [a, b] = [below(20), below(20)];
      const [c, d] = [below(a + 1), below(b + 1)];
      facts["exit.dismissed"] += a + b;
      facts["exit.interviewed"] += c + d;
      units.push({
        unit: text(`Бөлім ${i} «Қ»`),
        left_service: number(a),
        left_service_interviewed: number(c),
        left_body: number(b),
        left_body_interviewed: number(d),
      });
    }
    return { tables: { units }, facts };
  },
  "appendix-2"() {
    const facts = { "competitions.held": 0, "competitions.observed": 0, "competitions.recorded": 0 };
    const competitions = [];
    for (let i = 1 + below(4); i > 0; i--) {
      const [observer, video] = [chance(0.5), chance(0.5)];
      const mark = () => pick([text("+"), text("x"), text("иә"), { kind: "truth", value: true }]);
      competitions.push({
        competition: text(`Хаттама № ${i}`),
        [observer ? "observer_yes" : "observer_no"]: mark(),
        [video ? "video_yes" : "video_no"]: mark(),
      });
      facts["competitions.held"]++;
      facts["competitions.observed"] += observer ? 1 : 0;
      facts["competitions.recorded"] += video ? 1 : 0;
    }
    return { tables: { competitions }, facts };
  },
  "appendix-7"() {
    const columns = ["nazarbayev", "candidates", "doctors", "phd", "academy", "bolashak", "foreign", "postgraduate", "reserve", "masters"];
    const facts = Object.fromEntries(columns.map((c) => [`staff.${c}`, 0]));
    const units = [];
    for (let i = 1 + below(4); i > 0; i--) {
      const unit = { unit: text(`Басқарма ${i}`), headcount: number((1000 + below(8000)) / 100) };
      for (const column of columns) {
        const n = below(9);
        unit[column] = number(n);
        facts[`staff.${column}`] += n;
      }
      units.push(unit);
    }
    return { tables: { units }, facts };
  },
  "appendix-8"() {
    const facts = {};
    const pair = (table, whole, part, first, second) => {
      const all = 1 + below(500);
      const some = below(all + 1);
      facts[first] = all;
      facts[second] = some;
      return [{ [whole]: number(all), [part]: number(some) }];
    };
    const systems = [];
    for (let i = 1 + below(4); i > 0; i--) {
      systems.push({ system: text(`Жүйе ${i}`), currency: number(below(101)), records: number(below(1e6)), objects: text(`нысандар ${i}`) });
    }
    const functions = [{ number: text("15.1"), function: text("Функция"), own_system: text(pick(["Жүйе", "жоқ"])) }];
    const unused = [{ system: text("Ескі жүйе"), holder: text("Орган"), reason: text("ескірген") }];
    const sum = 1000 + below(1e6);
    const contracts = [
      {
        ...Object.fromEntries(["contract", "tender", "term", "method", "category", "customer", "supplier", "status"].map((c) => [c, text(`${c} № 1`)])),
        sum: number(sum),
        local_sum: number(below(sum)),
        local_level: number(below(101)),
        customer_bin: text("001240000123"),
        supplier_bin: text("990140000456"),
      },
    ];
    return {
      // In the template the parameters of contracts stand one beneath the other.
      more: { 5: contracts },
      tables: {
        1: systems,
        2: functions,
        7: unused,
        3: pair("3", "staff", "educated", "it.unit_staff", "it.unit_educated"),
        4: pair("4", "employees", "trained", "it.employees", "it.trained"),
        6: pair("6", "indicators", "automatic", "it.indicators", "it.indicators_automatic"),
      },
      facts,
    };
  },
  "hr-statistics"(language) {
    const form = "hr-statistics";
    const months = [];
    const headcount = [];
    let central = 0;
    for (let month = 1; month <= 12; month++) {
      const all = 50 + below(150);
      const some = below(all + 1);
      months.push(all);
      central += some;
      headcount.push({ month: word(form, "headcount", "month", String(month), language), all: number(all), central: number(some) });
    }
    const facts = { "headcount.monthly": months.join(" "), "headcount.norm_average": `${central}/12` };
    for (const kind of ["advanced", "retraining"]) facts[`training.${kind}_due`] = facts[`training.${kind}_done`] = 0;
    facts["training.late"] = facts["training.missed"] = 0;
    const training = [];
    for (let i = 1 + below(6); i > 0; i--) {
      const kind = pick(["advanced", "retraining"]);
      const outcome = pick(["in_time", "late", "missed"]);
      training.push({
        kind: word(form, "training", "kind", kind, language),
        due: date("2025-06-02"),
        ...(outcome === "missed" ? {} : { done: date(outcome === "late" ? "2025-06-12" : "2025-05-12") }),
        outcome: word(form, "training", "outcome", outcome, language),
      });
      facts[`training.${kind}_due`]++;
      if (outcome === "in_time") facts[`training.${kind}_done`]++;
      else facts[`training.${outcome}`]++;
    }
    const [sent, accepted] = [below(20), below(20)];
    facts["internship.sent"] = sent;
    facts["internship.accepted"] = accepted;
    facts["career.promoted_total"] = facts["career.promoted_within"] = 0;
    const appointments = [];
    for (let i = 1 + below(6); i > 0; i--) {
      const from = pick(["own", "district", "other"]);
      const lowest = pick(["yes", "no"]);
      appointments.push({
        from: word(form, "appointments", "from", from, language),
        lowest: word(form, "appointments", "lowest", lowest, language),
      });
      if (lowest === "no") {
        facts["career.promoted_total"]++;
        if (from !== "other") facts["career.promoted_within"]++;
      }
    }
    return { tables: { headcount, training, internship: [{ sent: number(sent), accepted: number(accepted) }], appointments }, facts };
  },
  // March 2025: the 3rd is a Monday; the 10th, 21st, 24th and 25th are off.
  "access-events"(language) {
    const form = "access-events";
    const OFF = [1, 2, 8, 9, 10, 15, 16, 21, 22, 23, 24, 25, 29, 30];
    const passages = [];
    const persons = [];
    let weekday = 0;
    let weekend = 0;
    for (let p = 1 + below(3); p > 0; p--) {
      persons.push({ person: text(`p${p}`), unit: text("Заң"), scope: word(form, "persons", "scope", pick(["CENTRAL", "AKIM"]), language) });
      for (let day = 1; day <= 30; day++) {
        if (chance(0.6)) continue;
        const [inside, outside] = [8 * 60 + below(120), 17 * 60 + below(7 * 60 - 1)];
        const at = (minute) => `2025-03-${String(day).padStart(2, "0")}T${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}:00`;
        // Out and back in within a minute, in either order of rows.
        const noon = 13 * 60 + below(30);
        const pass = (minute, direction) => passages.push({ person: text(`p${p}`), direction: word(form, "passages", "direction", direction, language), time: moment(at(minute)) });
        pass(inside, "in");
        for (const direction of chance(0.5) ? ["in", "out"] : ["out", "in"]) pass(noon, direction);
        pass(outside, "out");
        if (OFF.includes(day)) weekend += outside - inside;
        else weekday += Math.max(0, outside - 19 * 60);
      }
      passages.push({ person: text(`p${p}`), direction: word(form, "passages", "direction", "in", language), time: moment("2025-03-31T09:00:00") });
      passages.push({ person: text(`p${p}`), direction: word(form, "passages", "direction", "out", language), time: moment("2025-03-31T09:01:00") });
    }
    if (chance(0.3)) passages.reverse();
    const schedule = [{ whose: text("Заң"), start: text("09:00"), end: text("18:30"), from: date("2025-01-01") }];
    return { tables: { passages, persons, schedule }, seconds: { weekday: weekday * 60, weekend: weekend * 60 } };
  },
};

const serial = (iso) => (Date.parse(iso.includes("T") ? `${iso}Z` : `${iso}T00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;

// One library: opens a template or a new workbook, finds codes, sets cells, and writes the file.
class WithExcelJs {
  static async open(template) {
    const book = new ExcelJS.Workbook();
    if (template) await book.xlsx.readFile(template);
    return new WithExcelJs(book);
  }
  constructor(book) {
    this.book = book;
  }
  sheet(name) {
    return this.book.getWorksheet(name) ?? this.book.addWorksheet(name);
  }
  find(code) {
    for (const sheet of this.book.worksheets) {
      for (let row = 1; row <= sheet.rowCount; row++) {
        for (let column = 1; column <= sheet.columnCount; column++) {
          if (sheet.getCell(row, column).value === code) return { sheet, row, column };
        }
      }
    }
    throw new Error(`no ${code}`);
  }
  set(sheet, row, column, { kind, value, formula }) {
    const cell = sheet.getCell(row, column);
    switch (kind) {
      case "formula":
        cell.value = { formula, result: value };
        break;
      case "date":
      case "moment":
        cell.value = new Date(Date.parse(kind === "date" ? `${value}T00:00Z` : `${value}Z`));
        cell.numFmt = kind === "date" ? "dd.mm.yyyy" : "dd.mm.yyyy hh:mm:ss";
        break;
      default:
        cell.value = value;
    }
  }
  async write(file) {
    await this.book.xlsx.writeFile(file);
  }
}

class WithSheetJs {
  static async open(template) {
    const book = template ? XLSX.read(readFileSync(template), { cellStyles: true, cellNF: true }) : XLSX.utils.book_new();
    return new WithSheetJs(book);
  }
  constructor(book) {
    this.book = book;
  }
  sheet(name) {
    if (!this.book.Sheets[name]) XLSX.utils.book_append_sheet(this.book, XLSX.utils.aoa_to_sheet([]), name);
    return this.book.Sheets[name];
  }
  find(code) {
    for (const name of this.book.SheetNames) {
      const sheet = this.book.Sheets[name];
      for (const [address, cell] of Object.entries(sheet)) {
        if (!address.startsWith("!") && cell.v === code) {
          const { r, c } = XLSX.utils.decode_cell(address);
          return { sheet, row: r + 1, column: c + 1 };
        }
      }
    }
    throw new Error(`no ${code}`);
  }
  set(sheet, row, column, { kind, value, formula }) {
    const cell = { text: { t: "s", v: value }, number: { t: "n", v: value }, truth: { t: "b", v: value }, formula: { t: "n", v: value, f: formula } }[kind] ?? {
      t: "n",
      v: serial(value),
      z: kind === "date" ? "dd.mm.yyyy" : "dd.mm.yyyy hh:mm:ss",
    };
    sheet[XLSX.utils.encode_cell({ r: row - 1, c: column - 1 })] = cell;
    const range = XLSX.utils.decode_range(sheet["!ref"] ?? "A1");
    range.e.r = Math.max(range.e.r, row - 1);
    range.e.c = Math.max(range.e.c, column - 1);
    sheet["!ref"] = XLSX.utils.encode_range(range);
  }
  async write(file) {
    writeFileSync(file, XLSX.write(this.book, { type: "buffer", bookType: "xlsx", bookSST: chance(0.5), compression: chance(0.5) }));
  }
}

// Under the codes of a template, below the heading of its first section.
function fillTemplate(book, form, content, first) {
  for (const [table, rows] of Object.entries(content.tables)) {
    const columns = form.tables.find((t) => t.id === table).columns;
    rows.forEach((row, i) => {
      for (const [column, cell] of Object.entries(row)) {
        const place = book.find(columns.find((c) => c.id === column).code);
        book.set(place.sheet, place.row + first(table) + i, place.column, cell);
      }
    });
  }
}

// A workbook of one's own: titles above, columns in any order and with others between them.
function fillNew(book, form, content, language) {
  for (const [table, rows] of Object.entries({ ...content.tables, ...content.more })) {
    const definition = form.tables.find((t) => t.id === table);
    const sheet = book.sheet(chance(0.5) ? definition.sheet[language] : `Парақ №${table}`);
    let at = 1;
    if (chance(0.5)) book.set(sheet, at++, 1, text("Есеп, 2025 жыл; барлығы"));
    const used = definition.columns.filter((c) => rows.some((row) => c.id in row) || !chance(0.5) || c.required);
    const shuffled = chance(0.5) ? used : used.map((c) => [random(), c]).sort((a, b) => a[0] - b[0]).map(([, c]) => c);
    const codes = definition.columns.some((c) => c.grouped) || chance(0.5);
    const places = {};
    let column = 1 + below(2);
    for (const c of shuffled) {
      places[c.id] = column;
      book.set(sheet, at, column, text(codes ? c.code : c.heading[language]));
      column += 1;
    }
    rows.forEach((row, i) => {
      for (const [id, cell] of Object.entries(row)) book.set(sheet, at + 1 + i, places[id], cell);
    });
  }
}

mkdirSync(output, { recursive: true });
const cases = [];
for (const form of forms) {
  for (const [library, Book] of Object.entries({ exceljs: WithExcelJs, sheetjs: WithSheetJs })) {
    for (let i = 0; i < Number(count); i++) {
      const language = pick(LANGUAGES);
      const content = contents[form.id](language);
      const fromTemplate = i % 2 === 0;
      const book = await Book.open(fromTemplate ? join(templates, `${form.id}-${language}.xlsx`) : undefined);
      if (fromTemplate) fillTemplate(book, form, content, (table) => (form.tables.find((t) => t.id === table).sections ? 2 : 1));
      else fillNew(book, form, content, language);
      const file = `${form.id}-${library}-${i}.xlsx`;
      await book.write(join(output, file));
      cases.push({ file, form: form.id, facts: content.facts, seconds: content.seconds });
    }
  }
}
writeFileSync(join(output, "cases.json"), JSON.stringify(cases, null, 1));
