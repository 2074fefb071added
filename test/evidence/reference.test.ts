/** The statistics against all 886 numbers of test/fixtures/evidence/expected.json, which statsmodels and numpy computed. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { differences, meanOf, spreadOf } from "../../src/evidence/changes.js";
import { type Correlation, correlationAt, crossCorrelation } from "../../src/evidence/cross-correlation.js";
import { granger } from "../../src/evidence/granger.js";
import { inflationOf } from "../../src/evidence/independence.js";
import { bandOf } from "../../src/evidence/lead.js";
import { basisOf, fitted } from "../../src/evidence/least-squares.js";
import { prewhiten } from "../../src/evidence/prewhiten.js";

const folder = new URL("../fixtures/evidence/", import.meta.url);
const lags = 8;

type Columns = Record<string, number[]>;
interface Case extends Record<string, unknown> {
  x: string;
  y: string;
  inputs?: string[];
}

const expected = JSON.parse(readFileSync(new URL("expected.json", folder), "utf8")).cases as Record<
  string,
  Case
>;

function columnsOf(name: string): Columns {
  const [header = "", ...lines] = readFileSync(new URL(`${name}.csv`, folder), "utf8")
    .trim()
    .split(/\r?\n/);
  const rows = lines.map((line) => line.split(",").map(Number));
  return Object.fromEntries(
    header.split(",").map((key, at) => [key, rows.map((row) => row[at] ?? Number.NaN)]),
  );
}

const column = (columns: Columns, key: string) => columns[key] ?? [];
const peakOf = (found: Correlation[]) => {
  const { lag, r } = found.reduce((best, each) => (Math.abs(each.r) > Math.abs(best.r) ? each : best));
  return { lag, r };
};
const leading = (found: Correlation[]) => found.filter(({ lag }) => lag > 0);

/** Two series without their own past, both as long as the shorter one. */
function whitened(x: number[], y: number[]) {
  const [one, other] = [prewhiten(x), prewhiten(y)];
  const m = x.length - Math.max(one.order, other.order);
  return { order: { x: one.order, y: other.order }, m, x: one.rest.slice(-m), y: other.rest.slice(-m) };
}

function pairNumbers(x: number[], y: number[]) {
  const [dx, dy] = [differences(x), differences(y)];
  const white = whitened(dx, dy);
  const found = {
    levels: crossCorrelation(x, y, lags),
    diff: crossCorrelation(dx, dy, lags),
    prewhitened: crossCorrelation(white.x, white.y, lags),
  };
  const each = <T>(of: (correlations: Correlation[]) => T) => ({
    levels: of(found.levels),
    diff: of(found.diff),
    prewhitened: of(found.prewhitened),
  });
  const tests = (from: number[], to: number[]) =>
    [1, 2, 3, 4].map((order) => {
      const { lags, f, p, degrees } = granger(from, to, order);
      return { p_lags: lags, F: f, p, df_denom: degrees, df_num: lags };
    });
  const band = bandOf(white.m, lags);
  return {
    n: x.length,
    lags: found.levels.map(({ lag }) => lag),
    ccf: each((correlations) => correlations.map(({ r }) => r)),
    peak: each(peakOf),
    peak_lead_only: each((correlations) => peakOf(leading(correlations))),
    prewhiten_order: white.order,
    prewhitened_m: white.m,
    sidak_band: band,
    lead_significant: Math.abs(peakOf(leading(found.prewhitened)).r) > band,
    granger: { x_leads_y: tests(dx, dy), y_leads_x: tests(dy, dx) },
  };
}

/** What is left of a trend and a yearly season of two waves, as case 3 has it. */
function deseasonalised(x: number[], y: number[]) {
  const angle = (t: number, wave: number) => (2 * Math.PI * wave * t) / 52.18;
  const over = (of: (t: number) => number) => x.map((_, t) => of(t));
  const terms = [over(() => 1), over((t) => t)];
  for (const wave of [1, 2])
    terms.push(
      over((t) => Math.sin(angle(t, wave))),
      over((t) => Math.cos(angle(t, wave))),
    );
  const basis = basisOf(terms);
  const white = whitened(fitted(basis, x).residuals, fitted(basis, y).residuals);
  const found = crossCorrelation(white.x, white.y, lags);
  return {
    prewhiten_order: white.order,
    m: white.m,
    ccf: found.map(({ r }) => r),
    peak_lead_only: peakOf(leading(found)),
    sidak_band: bandOf(white.m, lags),
  };
}

/** Values around 0 with a spread of 1 (divided by n - 1). */
function standard(values: number[]): number[] {
  const scale = spreadOf(values) * Math.sqrt(values.length / (values.length - 1));
  return values.map((value) => (value - meanOf(values)) / scale);
}

/** What four Inputs say of a metric, by least squares on their standardised changes. */
function inputNumbers(names: string[], columns: Columns) {
  const changes = names.map((name) => differences(column(columns, name)));
  const metric = differences(column(columns, "north_star"));
  const byName = (values: number[]) => Object.fromEntries(names.map((name, at) => [name, values[at]]));
  const terms = [metric.map(() => 1), ...changes.map(standard)];
  const fit = fitted(basisOf(terms), standard(metric));
  const inverse = terms.map((_, at) => inverseColumn(terms, at));
  const n = metric.length;
  const k = terms.length;
  const usual = inverse.map((row, at) => Math.sqrt(((row[at] ?? 0) * fit.rss) / (n - k)));
  const robust = newey(terms, fit.residuals, inverse, 4).map((variance) =>
    Math.sqrt((variance * n) / (n - k)),
  );
  const explained = (which: number[]) =>
    1 -
    fitted(basisOf([metric.map(() => 1), ...which.map((at) => changes[at] ?? [])]), metric).rss /
      fitted(basisOf([metric.map(() => 1)]), metric).rss;
  return {
    vif_diff: byName(inflationOf(changes)),
    vif_levels: byName(inflationOf(names.map((name) => column(columns, name)))),
    corr_diff: changes.map((one) => changes.map((other) => correlationAt(one, other, 0).r)),
    std_beta: byName(fit.coefficients.slice(1)),
    std_beta_se: byName(usual.slice(1)),
    std_beta_se_hac4: byName(robust.slice(1)),
    lmg: { r2: explained([0, 1, 2, 3]), ...byName(shares(names.length, explained)) },
    ...Object.fromEntries(
      names.map((name) => {
        const { n, peak, sidak_band, lead_significant, granger } = pairNumbers(
          column(columns, name),
          column(columns, "north_star"),
        );
        return [`pair_${name}`, { n, peak, sidak_band, lead_significant, granger }];
      }),
    ),
  };
}

/** A column of (X'X)^-1: the part of one column that the others do not make up, as coefficients. */
function inverseColumn(terms: number[][], at: number): number[] {
  const own = terms[at] ?? [];
  const others = terms.filter((_, index) => index !== at);
  const { coefficients, rss } = fitted(basisOf(others), own);
  return terms.map(
    (_, index) => (index === at ? 1 : -(coefficients[index < at ? index : index - 1] ?? 0)) / rss,
  );
}

/** Variances of coefficients that allow for residuals that hang together over some periods (Newey and West). */
function newey(terms: number[][], residuals: number[], inverse: number[][], reach: number): number[] {
  const n = residuals.length;
  return inverse.map((row) => {
    const influence = residuals.map(
      (residual, t) => residual * row.reduce((sum, weight, at) => sum + weight * (terms[at]?.[t] ?? 0), 0),
    );
    let variance = 0;
    for (let lag = 0; lag <= reach; lag++) {
      let sum = 0;
      for (let t = lag; t < n; t++) sum += (influence[t] ?? 0) * (influence[t - lag] ?? 0);
      variance += sum * (lag === 0 ? 1 : 2 * (1 - lag / (reach + 1)));
    }
    return variance;
  });
}

/** How much each of some things explains, averaged over all orders in which they may be asked (Shapley). */
function shares(count: number, explained: (which: number[]) => number): number[] {
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  const all = Array.from({ length: count }, (_, at) => at);
  return all.map((own) => {
    const rest = all.filter((at) => at !== own);
    let sum = 0;
    for (let set = 0; set < 2 ** rest.length; set++) {
      const which = rest.filter((_, bit) => (set >> bit) & 1);
      const weight = (factorial(which.length) * factorial(count - which.length - 1)) / factorial(count);
      sum += weight * (explained([...which, own]) - explained(which));
    }
    return sum;
  });
}

/** Each number of a value with its place; texts and what is not compared are left out. */
function* numbersIn(value: unknown, place = ""): Iterable<[string, number]> {
  if (typeof value === "number") yield [place, value];
  if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* numbersIn(inner, `${place}/${key}`);
}

function computed(name: string, { x, y, inputs }: Case): unknown {
  const columns = columnsOf(name);
  if (inputs) return inputNumbers(inputs, columns);
  const [one, other] = [column(columns, x), column(columns, y)];
  const numbers = pairNumbers(one, other);
  if (name.startsWith("case3")) return { ...numbers, deseasonalised: deseasonalised(one, other) };
  if (!name.startsWith("case6")) return numbers;
  const [dx, dy] = [differences(one), differences(other)];
  const { r } = correlationAt(dx, dy, 0);
  return {
    ...numbers,
    share_down_weeks: dx.filter((change) => change < 0).length / dx.length,
    corr_levels_lag0: correlationAt(one, other, 0).r,
    corr_diff_lag0: r,
    corr_diff_lag0_ci95: [-1, 1].map((side) =>
      Math.tanh(Math.atanh(r) + (side * 1.959963984540054) / Math.sqrt(dx.length - 3)),
    ),
  };
}

test.each(Object.keys(expected))("%s", (name) => {
  const { story, x, y, inputs, ...rest } = expected[name] as Case;
  const found = computed(name, expected[name] as Case);
  const numbers = new Map(numbersIn(found));
  const wrong = [...numbersIn(rest)].filter(([place, value]) => {
    const own = numbers.get(place) ?? Number.NaN;
    // The chances reach from 1e-10 to 1: small ones are compared by their digits as well.
    return !(Math.abs(own - value) <= 1e-8 * Math.min(1, Math.max(Math.abs(value), 1e-4)));
  });
  expect(wrong).toEqual([]);
  expect({ lead: (found as Case).lead_significant }).toEqual({ lead: rest.lead_significant });
});

test("no number of the file is left out", () => {
  expect(Object.values(expected).flatMap((each) => [...numbersIn(each)])).toHaveLength(886);
});
