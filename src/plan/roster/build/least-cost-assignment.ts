/**
 * The assignment problem: each task to another worker at the least cost in all.
 *
 * Source: H. W. Kuhn (1955), The Hungarian method for the assignment problem, in the shortest-path form of R. Jonker and
 * A. Volgenant (1987), A shortest augmenting path algorithm for dense and sparse linear assignment problems, Computing 38.
 *
 * @param cost by worker, by task; finite
 * @param tasks how many there are; more tasks than workers leaves some tasks without
 * @returns by task the worker, or -1
 * @example
 * ```ts
 * leastCostAssignment([[4, 1], [2, 3]], 2); // => [1, 0]
 * ```
 */
export function leastCostAssignment(cost: readonly (readonly number[])[], tasks: number): number[] {
  const workers = cost.length;
  const size = Math.max(workers, tasks);
  const dearest = cost.reduce((most, row) => row.reduce((a, b) => Math.max(a, b), most), 0) + 1;
  const costOf = (task: number, worker: number) => (task < tasks && worker < workers ? cost[worker][task] : dearest);
  const taskPrice = new Float64Array(size + 1);
  const workerPrice = new Float64Array(size + 1);
  const taskOf = new Int32Array(size + 1).fill(-1);
  const before = new Int32Array(size + 1);
  for (let task = 0; task < size; task++) {
    let worker = size;
    taskOf[worker] = task;
    const distance = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
    const done = new Uint8Array(size + 1);
    do {
      done[worker] = 1;
      const at = taskOf[worker];
      let shortest = Number.POSITIVE_INFINITY;
      let next = -1;
      let endsFree = false;
      for (let other = 0; other < size; other++) {
        if (done[other] === 1) continue;
        const length = costOf(at, other) - taskPrice[at] - workerPrice[other];
        if (length < distance[other]) {
          distance[other] = length;
          before[other] = worker;
        }
        // Among equals somebody without a task ends the search: alike workers would be walked through one by one.
        const isFree = taskOf[other] < 0;
        if (distance[other] < shortest || (isFree && !endsFree && distance[other] === shortest)) {
          shortest = distance[other];
          next = other;
          endsFree = isFree;
        }
      }
      for (let other = 0; other <= size; other++) {
        if (done[other] === 1) {
          taskPrice[taskOf[other]] += shortest;
          workerPrice[other] -= shortest;
        } else distance[other] -= shortest;
      }
      worker = next;
    } while (taskOf[worker] >= 0);
    while (worker !== size) {
      taskOf[worker] = taskOf[before[worker]];
      worker = before[worker];
    }
  }
  const result = new Array<number>(tasks).fill(-1);
  for (let worker = 0; worker < workers; worker++) if (taskOf[worker] < tasks) result[taskOf[worker]] = worker;
  return result;
}
