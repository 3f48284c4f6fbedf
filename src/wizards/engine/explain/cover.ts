import type { Graph } from '../graph/graph.ts';

/**
 * Ways of answering: by layer the classes allowed, or nothing where any answer will do. With
 * classes named, the question has to be asked.
 */
export type Cube = ReadonlyMap<number, ReadonlySet<number>>;

type IsWanted = (end: readonly string[]) => boolean;

/** Nobody reads a list longer than this. */
const MOST_CUBES = 40;

/**
 * As few and as wide cubes as can be found that together hold exactly the ways that end as wanted.
 * No part of a cube can be left out, and no cube: the cover is made of primes and irredundant.
 *
 * @param unfit Layers that are not to be named for being asked alone, with every class.
 * @returns `null` when there would be more than forty.
 */
export function coverWays(
  graph: Graph,
  isWanted: IsWanted,
  unfit: ReadonlySet<number> = new Set(),
): readonly Cube[] | null {
  const cubes: Cube[] = [];
  for (;;) {
    const way = findUncovered(graph, isWanted, cubes);
    if (!way) break;
    if (cubes.length === MOST_CUBES) return null;
    cubes.push(widenFit(graph, isWanted, way, unfit));
  }
  for (const cube of [...cubes]) {
    const others = cubes.filter((other) => other !== cube);
    if (!findUncovered(graph, isWanted, others)) cubes.splice(cubes.indexOf(cube), 1);
  }
  return cubes;
}

/** A wide cube in which no unfit layer has every class: the others say when it is asked. */
function widenFit(graph: Graph, isWanted: IsWanted, way: Cube, unfit: ReadonlySet<number>): Cube {
  const cube = widen(graph, isWanted, way);
  const left = [...cube].flatMap(([layer, { size }]) =>
    unfit.has(layer) && size === graph.layers[layer]?.classes.length ? layer : [],
  );
  const rest = new Map([...way].filter(([layer]) => !left.includes(layer)));
  // with several left out the others may not say enough
  if (!left.length || !endsOnly(graph, isWanted, rest)) return cube;
  return widenFit(graph, isWanted, rest, unfit);
}

/** Make a cube as wide as it can be: fewest questions, then most answers. */
function widen(graph: Graph, isWanted: IsWanted, way: Cube): Cube {
  const layers = [...way.keys()];
  const [late, early] = [layers.toReversed(), layers].map((order) => {
    const cube = new Map(way);
    for (const layer of order) {
      const kept = cube.get(layer) ?? new Set<number>();
      cube.delete(layer);
      if (!endsOnly(graph, isWanted, cube)) cube.set(layer, kept);
    }
    return cube;
  });
  const narrow = late && early && early.size < late.size ? early : (late ?? new Map());
  return addClasses(graph, isWanted, new Map([...narrow].sort(([a], [b]) => a - b)));
}

function addClasses(
  graph: Graph,
  isWanted: IsWanted,
  cube: Map<number, ReadonlySet<number>>,
): Cube {
  for (const layer of cube.keys())
    for (const each of graph.layers[layer]?.classes.keys() ?? []) {
      const kept = cube.get(layer) ?? new Set<number>();
      if (kept.has(each)) continue;
      cube.set(layer, new Set([...kept, each]));
      if (!endsOnly(graph, isWanted, cube)) cube.set(layer, kept);
    }
  return cube;
}

/** Whether every way in a cube ends as wanted. */
export function endsOnly(graph: Graph, isWanted: IsWanted, cube: Cube): boolean {
  return [...endsOf(graph, cube)].every((at) => isWanted(graph.ends[at] ?? []));
}

/** The same ways with no class named that no way of the cube goes by: nothing is said in vain. */
export function trimCube(graph: Graph, cube: Cube): Cube {
  const trimmed = new Map(cube);
  for (const [layer, allowed] of cube) {
    const taken = [...allowed].filter(
      (each) => endsOf(graph, new Map(trimmed).set(layer, new Set([each]))).size,
    );
    trimmed.set(layer, new Set(taken));
  }
  return trimmed;
}

/** Ends of the ways in a cube, by index. */
function endsOf(graph: Graph, cube: Cube): ReadonlySet<number> {
  let reached = new Set([0]);
  graph.layers.forEach(({ nodes }, layer) => {
    const allowed = cube.get(layer);
    const after = new Set<number>();
    for (const at of reached) {
      const node = nodes[at];
      if (!node || (allowed && !node.isAsked)) continue;
      node.next.forEach((next, chosen) => {
        if (!allowed || allowed.has(chosen)) after.add(next);
      });
    }
    reached = after;
  });
  return reached;
}

/** A way that ends as wanted and is in none of the cubes, or `null`. */
function findUncovered(graph: Graph, isWanted: IsWanted, cubes: readonly Cube[]): Cube | null {
  const last = cubes.map((cube) => Math.max(-1, ...cube.keys()));
  const seen = new Set<string>();
  const way: [number, ReadonlySet<number>][] = [];
  const search = (layer: number, at: number, alive: readonly number[]): boolean => {
    if (alive.some((cube) => (last[cube] ?? 0) < layer)) return false;
    const node = graph.layers[layer]?.nodes[at];
    if (!node) return isWanted(graph.ends[at] ?? []);
    const key = `${layer} ${at} ${alive}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return node.next.some((next, chosen) => {
      const left = alive.filter((cube) => {
        const allowed = cubes[cube]?.get(layer);
        return !allowed || (node.isAsked && allowed.has(chosen));
      });
      if (node.isAsked) way.push([layer, new Set([chosen])]);
      const isFound = search(layer + 1, next, left);
      if (!isFound && node.isAsked) way.pop();
      return isFound;
    });
  };
  return search(0, 0, [...cubes.keys()]) ? new Map(way) : null;
}
