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
 * @returns `null` when there would be more than forty.
 */
export function coverWays(graph: Graph, isWanted: IsWanted): readonly Cube[] | null {
  const cubes: Cube[] = [];
  for (;;) {
    const way = findUncovered(graph, isWanted, cubes);
    if (!way) break;
    if (cubes.length === MOST_CUBES) return null;
    cubes.push(widen(graph, isWanted, way));
  }
  for (const cube of [...cubes]) {
    const others = cubes.filter((other) => other !== cube);
    if (!findUncovered(graph, isWanted, others)) cubes.splice(cubes.indexOf(cube), 1);
  }
  return cubes;
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
  return [...reached].every((at) => isWanted(graph.ends[at] ?? []));
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
