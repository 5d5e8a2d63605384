/** What the command line says of a run that stopped and may go on, and of what went wrong meanwhile. */

export const en = {
  option: 'go on from where the same command was stopped',
  threadLost: 'A thread died; its work is done again by a new one, the result is the same.',
  nothingKept: (path: string) => `There is no ${path} to go on from: beginning anew.`,
  kept: (path: string) => `What was simulated is kept in ${path}: the same command with --resume goes on from there.`,
  keptElsewhere: (folder: string) =>
    `What was simulated is kept in ${folder} instead: the same command with --resume --out ${folder} writes the report there.`,
  stopped: (path: string) =>
    `Stopped before there was a report to write. What was computed is kept in ${path}: the same command with --resume goes on from there.`,
  notKept: (why: string) => `${why} The simulation goes on, but stopped now it could not be resumed.`,
  refused: {
    damaged: (path: string) => `${path} is damaged: its checksum does not fit. Delete it, or run without --resume.`,
    format: (path: string) => `${path} is not a checkpoint of Callfloor. Run without --resume.`,
    version: (path: string, got: string, expected: string) =>
      `${path} was made by version ${got}; this is ${expected}, which may simulate otherwise. Run without --resume.`,
    scenario: (path: string) =>
      `${path} belongs to other content: the scenario, a file it names, or an option that changes it (such as --confidence, --max-runs, --vary or --demand) is not as it was. Give the same again, or run without --resume.`,
    seed: (path: string, got: string, expected: string) =>
      `${path} was made with seed ${got}, not ${expected}. Run without --resume.`,
    options: (path: string, got: string, expected: string) =>
      `${path} was made with other options (${got}) than this command has (${expected}). Give the same options, or run without --resume.`,
    runs: (path: string, got: string, expected: string) =>
      `${path} has ${got} days already; --runs asks for ${expected}. Ask for at least as many, or run without --resume.`,
  },
  outputFull: (reason: string) => `The result cannot be written to standard output: ${reason}.`,
};

/** Every text of resuming in one language. */
export type ResumeWords = typeof en;

export const zh: ResumeWords = {
  option: '从同一命令上次停止之处继续',
  threadLost: '一个线程中断；它的工作由新线程重做，结果不变。',
  nothingKept: (path) => `没有可以继续的 ${path}：从头开始。`,
  kept: (path) => `已仿真的部分保存在 ${path}：同一命令加 --resume 即可继续。`,
  keptElsewhere: (folder) => `已仿真的部分改存在 ${folder}：同一命令加 --resume --out ${folder} 即可在那里写出报告。`,
  stopped: (path) => `在可以写出报告之前已停止。已计算的部分保存在 ${path}：同一命令加 --resume 即可继续。`,
  notKept: (why) => `${why}仿真继续进行，但此时若停止将无法续跑。`,
  refused: {
    damaged: (path) => `${path} 已损坏：校验和不符。请删除它，或去掉 --resume 重新运行。`,
    format: (path) => `${path} 不是 Callfloor 的断点文件。请去掉 --resume 重新运行。`,
    version: (path, got, expected) =>
      `${path} 由版本 ${got} 写出，当前为 ${expected}，结果可能不同。请去掉 --resume 重新运行。`,
    scenario: (path) =>
      `${path} 属于另一份内容：场景、其引用的文件，或改变场景的选项（如 --confidence、--max-runs、--vary、--demand）与当时不同。请使用相同的内容，或去掉 --resume 重新运行。`,
    seed: (path, got, expected) => `${path} 的随机种子是 ${got}，不是 ${expected}。请去掉 --resume 重新运行。`,
    options: (path, got, expected) =>
      `${path} 所用的选项（${got}）与本命令（${expected}）不同。请使用相同的选项，或去掉 --resume 重新运行。`,
    runs: (path, got, expected) =>
      `${path} 已有 ${got} 天，而 --runs 只要求 ${expected} 天。请要求至少同样多的天数，或去掉 --resume 重新运行。`,
  },
  outputFull: (reason) => `结果无法写到标准输出：${reason}。`,
};
