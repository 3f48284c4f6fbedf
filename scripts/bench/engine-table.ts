import type { Spread } from './rounds.ts';

/** One thing compiled cold, several times. */
export interface Measured {
  readonly ms: Spread;
  /** Time of the processor: on a busy machine it says more. */
  readonly cpuMs: Spread;
  /** The most that any run held. */
  readonly megabytes: number;
  readonly situations: number;
  /** By wizard; `10^122` where the number has more than thirty digits. */
  readonly ways: readonly string[];
}

/** The ways of one tree counted in each manner. */
export interface SameTree {
  readonly questions: number;
  readonly ways: number;
  readonly graphMs: Spread;
  readonly plainToGraph: Spread;
  /** `null` where XState was not run. */
  readonly xstateToGraph: Spread | null;
}

/** What `npm run bench -- engine` found. */
export interface EngineResult {
  readonly measured: string;
  readonly machine: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly how: string;
  /** How many processes wanted a core when the measurement began, mean of a minute. */
  readonly load: number;
  readonly cold: {
    readonly realGuides: Measured & { readonly guides: number };
    readonly chainOf200: Measured;
    readonly selfAssessmentOf55: Measured;
  };
  readonly growth: readonly (Measured & {
    readonly questions: number;
    readonly reach: number;
  })[];
  readonly sameTrees: readonly SameTree[];
}

/** `1 234`, `0,51`. */
const number = (value: number | string) => {
  const [whole = '', rest] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ' ');
  return rest === undefined ? grouped : `${grouped},${rest}`;
};
const spread = ({ median, least, most }: Spread) =>
  `${number(median)} (${number(least)}–${number(most)})`;
const exponent = (ways: string) =>
  ways.startsWith('10^') ? `mer än 10${raised(ways.slice(3))}` : number(ways);
const raised = (digits: string) => [...digits].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');

/** The tables of the README, in its language. */
export function engineTable({
  measured,
  machine,
  versions,
  load,
  cold,
  growth,
  sameTrees,
}: EngineResult): string {
  const { realGuides, chainOf200, selfAssessmentOf55 } = cold;
  const row = (name: string, { ms, cpuMs, megabytes, situations }: Measured, ways: string) => [
    name,
    ways,
    number(situations),
    spread(ms),
    number(cpuMs.median),
    `${number(megabytes)}`,
  ];
  const costs = [
    [
      'Det som räknas ut, kallt på en kärna',
      'Sätt att svara',
      'Lägen',
      'Tid, ms',
      'Processortid, ms',
      'Minne, MB',
    ],
    row(`alla ${realGuides.guides} guider tillsammans`, realGuides, '–'),
    row(
      'självskattning, 55 påståenden i 13 områden',
      selfAssessmentOf55,
      exponent(selfAssessmentOf55.ways[0] ?? ''),
    ),
    row(
      '200 frågor med 5 svar, villkor på de närmaste',
      chainOf200,
      exponent(chainOf200.ways[0] ?? ''),
    ),
    ...growth
      .filter(({ questions, reach }) => questions !== 200 || reach !== 3)
      .map((each) =>
        row(
          each.reach === 3
            ? `${each.questions} frågor, samma slag`
            : `${each.questions} frågor, villkor på de ${each.reach} närmaste`,
          each,
          exponent(each.ways[0] ?? ''),
        ),
      ),
  ];
  const ratios = [
    [
      'Samma träd',
      'Sätt att svara',
      'Motorn, ms',
      'Ren uppräkning, gånger motorns tid',
      'XStates vägar, gånger motorns tid',
    ],
    ...sameTrees.map((tree) => [
      `${tree.questions} frågor med 5 svar`,
      number(tree.ways),
      spread(tree.graphMs),
      spread(tree.plainToGraph),
      tree.xstateToGraph ? spread(tree.xstateToGraph) : '–',
    ]),
  ];
  const used = Object.entries(versions).map(
    ([name, version]) => `${name} ${version.replace(/^v/, '')}`,
  );
  return `${markdown(costs)}\n\n${markdown(ratios)}\n\nMedian, med lägsta och högsta inom parentes. Mätt ${measured} på ${machine} (belastning ${number(load)}), ${used.join(', ')}: \`benchmarks/results/engine.json\`, \`npm run bench -- engine\`.`;
}

function markdown([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const place = /(<!-- engine -->\n)[\s\S]*?(<!-- \/engine -->)/;

/** @throws Error when the README has no place for the tables. */
export function readMeWithEngine(readMe: string, result: EngineResult): string {
  if (!place.test(readMe)) throw new Error('README.md has no <!-- engine --> … <!-- /engine -->.');
  return readMe.replace(
    place,
    (_all, start: string, end: string) => `${start}${engineTable(result)}\n${end}`,
  );
}
