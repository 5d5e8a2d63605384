/** An exact reference for chat teams whose agents are slowed by what they hold. */
import type { ChatOptions } from '../../src/math/chat.ts';

/** A team agent by agent: chats come to the least busy one and stay there. Solved by elimination over all its states. */
export function singleAgents({
  arrivalRate,
  agents,
  handleSecondsByConcurrency: handle,
  meanPatienceSeconds,
}: ChatOptions) {
  const most = handle.length;
  const longest = 60;
  const states = new Map<string, { chats: number[]; queue: number }>();
  const moves: [string, string, number][] = [];
  const add = (chats: number[], queue: number): string => {
    const sorted = [...chats].sort((a, b) => a - b);
    const name = `${sorted} ${queue}`;
    if (states.has(name)) return name;
    states.set(name, { chats: sorted, queue });
    const full = sorted[0] === most;
    if (!full) moves.push([name, add([sorted[0] + 1, ...sorted.slice(1)], 0), arrivalRate]);
    else if (queue < longest) moves.push([name, add(sorted, queue + 1), arrivalRate]);
    sorted.forEach((count, i) => {
      if (count === 0) return;
      // Whoever waits takes the place at once.
      const left =
        queue > 0
          ? add(sorted, queue - 1)
          : add(
              sorted.map((one, j) => (i === j ? one - 1 : one)),
              0,
            );
      moves.push([name, left, count / handle[count - 1]]);
    });
    if (queue > 0) moves.push([name, add(sorted, queue - 1), queue / meanPatienceSeconds]);
    return name;
  };
  add(Array<number>(agents).fill(0), 0);
  const names = [...states.keys()];
  const at = new Map(names.map((name, i) => [name, i]));
  const size = names.length;
  // Balance of every state but the last, whose row says that all shares add up to 1.
  const rows = names.map(() => new Float64Array(size + 1));
  for (const [from, to, rate] of moves) {
    const [i, j] = [at.get(from) ?? -1, at.get(to) ?? -1];
    rows[j][i] += rate;
    rows[i][i] -= rate;
  }
  rows[size - 1].fill(1);
  for (let k = 0; k < size; k++) {
    let pivot = k;
    for (let i = k; i < size; i++) if (Math.abs(rows[i][k]) > Math.abs(rows[pivot][k])) pivot = i;
    [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
    for (let i = 0; i < size; i++) {
      const factor = i === k ? 0 : rows[i][k] / rows[k][k];
      if (factor !== 0) for (let j = k; j <= size; j++) rows[i][j] -= factor * rows[k][j];
    }
  }
  const share = (i: number): number => rows[i][size] / rows[i][i];
  let [chats, throughput, waiting] = [0, 0, 0];
  [...states.values()].forEach((state, i) => {
    const held = state.chats.reduce((sum, one) => sum + one, 0);
    chats += share(i) * held;
    throughput += share(i) * state.chats.reduce((sum, one) => sum + (one === 0 ? 0 : one / handle[one - 1]), 0);
    if (held === agents * most) waiting += share(i);
  });
  return { chats, throughput, waiting };
}
